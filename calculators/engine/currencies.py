"""Recognize currency signs and codes beside a typed amount."""

import re
import unicodedata

from .currency import current_currency

_CODES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
    CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY
    KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
    NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
CODES = frozenset(_CODES.split())
"""The active codes of ISO 4217 (SIX, list one)."""
_WORDS = """
    kr kč zł ft lei лв руб р грн rs rp rm ksh tsh ush gh¢ r s/ fr sfr dh дин din đ 円 元
    dollar dollars euro euros pound pounds rupee rupees
"""
WORDS = frozenset(_WORDS.split())
"""Other names of currencies, in lower case and without a period."""

_FIRST = re.compile(r"[^\d\s.,'()+-][^\d\s,'()+-]{0,7}", re.ASCII)
_LAST = re.compile(r"(?<=[\d.,)-])\s*([^\d\s,'()+-]{1,8})", re.ASCII)
_NUMBER = re.compile(r"\s*[-+(]?\s*(?:\d|[.,]\d)", re.ASCII)


def strip_currency(text: str) -> str | None:
    """Remove the currency sign or code at the start or end of a text; return None if there is none."""
    first = _FIRST.match(text)
    for word in (first[0], first[0].rstrip(".")) if first else ():  # "Rs.5" is 5 rupees, and "$.5" half a dollar
        if is_currency(word) and _NUMBER.match(text, len(word)):
            return text[len(word) :]
    last = next((match for match in _LAST.finditer(text) if match.end() == len(text)), None)
    if last and is_currency(last[1]):
        return text[: last.start()]
    return None


def is_currency(word: str) -> bool:
    """Return whether a word is a currency sign, an ISO 4217 code, a common abbreviation, or the reader's own sign."""
    bare = word.strip()
    if bare.upper() in CODES or bare.lower().removesuffix(".") in WORDS or bare == current_currency().sign:
        return True
    signs = [unicodedata.category(char) == "Sc" and char != "¢" for char in bare]
    return any(signs) and all(is_sign or char.isalpha() for is_sign, char in zip(signs, bare, strict=True))
