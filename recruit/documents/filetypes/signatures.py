"""First bytes of the kinds of file that have them; no table of chance meetings of two letters."""

import puremagic

UNKNOWN = "application/octet-stream"
BMP_HEADER_SIZES = frozenset({12, 40, 52, 56, 64, 108, 124})

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\x00\x00\x00\x0cjP  \r\n", "image/jp2"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"MSCF\x00\x00\x00\x00", "application/vnd.ms-cab-compressed"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xcf\xfa\xed\xfe", "application/x-executable"),
    (b"\xfe\xed\xfa", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/x-executable"),
    (b"\x00asm", "application/x-executable"),
    (b"\xc5\xd0\xd3\xc6", "application/postscript"),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"\x78\x9f\x3e\x22", "application/vnd.ms-tnef"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)  # fmt: skip
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
}
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}


def signed_type(content: bytes) -> str | None:
    """Media type of a file that is known by its first bytes.

    Parameters
    ----------
    content : bytes
        A file, or its first 512 bytes.

    Returns
    -------
    str or None
        None where no signature fits: it may be text.

    Examples
    --------
    >>> signed_type(bytes.fromhex("89504e470d0a1a0a")), signed_type(b"BMW technician")
    ('image/png', None)
    """
    for start, media_type in _STARTS:
        if content.startswith(start):
            return media_type
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "video/mp4")
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12])
    if content.startswith(b"BM") and int.from_bytes(content[14:18], "little") in BMP_HEADER_SIZES:
        return "image/bmp"
    if content.startswith(b"MZ") and b"\x00" in content[:64]:
        return "application/x-executable"
    return "application/x-tar" if content[257:262] == b"ustar" else None


def rarely_met_type(content: bytes) -> str:
    """Media type by the tables of puremagic, for bytes that are no text and of no kind known here.

    Parameters
    ----------
    content : bytes
        A file, or its beginning.

    Returns
    -------
    str
        ``application/octet-stream`` where nothing is certain.

    Examples
    --------
    >>> rarely_met_type(bytes(range(256)))
    'application/octet-stream'
    """
    try:
        matches = puremagic.magic_string(content[:4096])
    except (puremagic.PureError, ValueError):
        return UNKNOWN
    # Signatures of two or three bytes are met by chance.
    certain = [match for match in matches if len(match.byte_match) >= 4]
    return certain[0].mime_type or UNKNOWN if certain else UNKNOWN
