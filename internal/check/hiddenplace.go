package check

import (
	"regexp"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// hiddenPlaces finds numbers and places where a model must not tell them: one
// whose location_precision is none, or that is about cameras. How many cameras
// the police have, and where, is theirs to keep.
func hiddenPlaces(p *portal.Portal) (problems []portal.Problem) {
	for _, model := range p.Models {
		if model.Location != portal.LocationNone && !ofCameras(model) || model.Status == portal.Withdrawn {
			continue
		}
		for i := range model.Adoptions {
			row := &model.Adoptions[i]
			if row.Places.IsSet() {
				problems = append(problems, portal.Problem{Pos: row.Source.At("places"), Rule: "places-hidden", Args: []any{model.Title}})
			}
			if words := placeIn(row.Evidence); words != "" {
				problems = append(problems, portal.Problem{Pos: row.Source.At("evidence"), Rule: "places-told", Args: []any{words, model.Title}})
			}
		}
	}
	return problems
}

// ofCameras reports whether a model is about cameras.
func ofCameras(model *portal.Model) bool {
	return strings.Contains(vi.Fold(model.Title+" "+model.ID), "camera")
}

var (
	yearWords = regexp.MustCompile(`(?i)(?:năm\s+|/)\d{4}`) // none of them counts cameras
	cameras   = regexp.MustCompile(`(?i)(?:\d+|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|chục|trăm)\s*(?:(?:mắt|đầu|bộ|chiếc|cái|cụm|điểm|vị trí|hệ thống)\s+)*camera|\b(?:số lượng|tổng số) camera`)
	addresses = regexp.MustCompile(`(?i:số nhà\s+\d|(?:ngõ|ngách|hẻm|kiệt|tổ dân phố|tổ|xóm|thôn|ấp|km)\s*\d+|(?:ngã ba|ngã tư|cổng chợ|đầu cầu|trụ điện|cột điện)\s+\p{L})|(?:^|[\s,(])(?i:(?:tại |trên )?(?:đường|phố))\s+\p{Lu}\p{L}*|\d{1,3}\.\d{4,}`)
)

// placeIn is what tells of a number of cameras, or of a place, in a text; "" where
// nothing does.
func placeIn(text string) string {
	text = vi.NFC(text)
	if words := cameras.FindString(yearWords.ReplaceAllString(text, "")); words != "" {
		return words
	}
	return strings.TrimSpace(addresses.FindString(text))
}
