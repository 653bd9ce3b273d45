// Package vi knows Vietnamese text: how to fold, sort and shorten it, and how
// to read and print dates, periods, numbers and numbering letters the way
// official documents do.
//
// Every type is a small immutable value whose zero value means "not given".
// What a file says is read strictly, in one spelling; errors carry the spelling
// that was probably meant, so that an editor can be told it.
//
// "NĐ 30" is Nghị định 30/2020/NĐ-CP on clerical work.
package vi
