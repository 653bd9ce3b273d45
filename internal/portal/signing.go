package portal

import "strings"

// SigningName is the name below the signature: the last of the signing lines,
// unless it is in capitals and so still belongs to office and title; "" where
// the source has no name.
func (p *Plan) SigningName() string {
	if len(p.Signers) == 0 {
		return ""
	}
	if last := p.Signers[len(p.Signers)-1]; last != strings.ToUpper(last) {
		return last
	}
	return ""
}

// SigningTitles are the signing lines above the signature: authority and
// office, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
func (p *Plan) SigningTitles() []string {
	if p.SigningName() == "" {
		return p.Signers
	}
	return p.Signers[:len(p.Signers)-1]
}

// RecipientLines are the recipients as a document lists them: each ends in ";",
// the last in "." (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 9b).
func (p *Plan) RecipientLines() []string {
	lines := make([]string, len(p.Recipients))
	for i, to := range p.Recipients {
		lines[i] = strings.TrimRight(to, " .;,") + ";"
		if i == len(lines)-1 {
			lines[i] = strings.TrimSuffix(lines[i], ";") + "."
		}
	}
	return lines
}
