"""The frames of a tag of version 2.2, as version 2.3 stores them."""

from collections.abc import Iterator

from mp3.id3.cut import SHORT, cut
from mp3.id3.tag import TagFrame

__all__ = ["renamed"]


def renamed(body: bytes) -> Iterator[TagFrame]:
    """Give each frame its longer name. One that has none in 2.3 is dropped; pictures change a little."""
    for name, _, content in cut(body, SHORT):
        if name == "PIC":
            yield TagFrame(name="APIC", body=_picture(content))
        elif name in _LONGER:
            yield TagFrame(name=_LONGER[name], body=content)


def _picture(content: bytes) -> bytes:
    """Say the media type, which is three letters here."""
    kind = {b"JPG": b"image/jpeg", b"PNG": b"image/png"}.get(content[1:4].upper(), b"image/")
    return content[:1] + kind + b"\0" + content[4:]


_NAMES = """
BUF:RBUF CNT:PCNT COM:COMM CRA:AENC ETC:ETCO GEO:GEOB IPL:IPLS MCI:MCDI MLL:MLLT POP:POPM REV:RVRB
SLT:SYLT STC:SYTC TAL:TALB TBP:TBPM TCM:TCOM TCO:TCON TCP:TCMP TCR:TCOP TDA:TDAT TDY:TDLY TEN:TENC
TFT:TFLT TIM:TIME TKE:TKEY TLA:TLAN TLE:TLEN TMT:TMED TOA:TOPE TOF:TOFN TOL:TOLY TOR:TORY TOT:TOAL
TP1:TPE1 TP2:TPE2 TP3:TPE3 TP4:TPE4 TPA:TPOS TPB:TPUB TRC:TSRC TRD:TRDA TRK:TRCK TSI:TSIZ TSS:TSSE
TT1:TIT1 TT2:TIT2 TT3:TIT3 TXT:TEXT TXX:TXXX TYE:TYER UFI:UFID ULT:USLT WAF:WOAF WAR:WOAR WAS:WOAS
WCM:WCOM WCP:WCOP WPB:WPUB WXX:WXXX
"""
_LONGER = dict(pair.split(":") for pair in _NAMES.split())
