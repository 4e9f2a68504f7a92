"""Units of figures: what they are called in both languages, what they measure and how they convert."""

from __future__ import annotations

from typing import NamedTuple

_TABLE = """
CNY | money | 1 | 元, 人民币, 块钱 | yuan, RMB, renminbi | RMB, CNY, CN¥, ¥, ￥
USD | money | 1 | 美元, 美金 | U.S. dollar, US dollar, dollar, American dollar | US$, $, USD
HKD | money | 1 | 港元, 港币 | Hong Kong dollar, HK dollar | HK$, HKD
TWD | money | 1 | 新台币, 台币 | New Taiwan dollar, NT dollar | NT$, TWD
SGD | money | 1 | 新元, 新加坡元, 坡币 | Singapore dollar | S$, SGD
AUD | money | 1 | 澳元 | Australian dollar | A$, AU$, AUD
CAD | money | 1 | 加元 | Canadian dollar | C$, CA$, CAD
MOP | money | 1 | 澳门元 | pataca | MOP$, MOP
JPY | money | 1 | 日元 | yen, Japanese yen | JPY
EUR | money | 1 | 欧元 | euro | €, EUR
GBP | money | 1 | 英镑 | pound, pound sterling | £, GBP
KRW | money | 1 | 韩元 | won, South Korean won | KRW, ₩
RUB | money | 1 | 卢布 | ruble, rouble | RUB
CHF | money | 1 | 瑞士法郎, 瑞郎 | Swiss franc | CHF
INR | money | 1 | 卢比 | rupee | INR, Rs
THB | money | 1 | 泰铢 | baht | THB
nm | length | 1e-9 | 纳米 | nanometer, nanometre, nm
um | length | 1e-6 | 微米 | micrometer, micrometre, micron
mm | length | 1e-3 | 毫米 | millimeter, millimetre, mm
cm | length | 0.01 | 厘米, 公分 | centimeter, centimetre, cm
m | length | 1 | 米 | meter, metre, m
km | length | 1000 | 公里, 千米 | kilometer, kilometre, km
li | length | 500 | 里 | li
mi | length | 1609.34 | 英里 | mile
nmi | length | 1852 | 海里 | nautical mile
ft | length | 0.3048 | 英尺 | foot, feet
in | length | 0.0254 | 英寸 | inch, inches
m2 | area | 1 | 平方米, 平米 | square meter, square metre, sq m
km2 | area | 1e6 | 平方公里, 平方千米 | square kilometer, square kilometre, sq km
ha | area | 1e4 | 公顷 | hectare
mu | area | 666.67 | 亩 | mu
ac | area | 4046.86 | 英亩 | acre
mi2 | area | 2.59e6 | 平方英里 | square mile
ft2 | area | 0.0929 | 平方英尺 | square foot, square feet
g | mass | 1 | 克 | gram
kg | mass | 1000 | 公斤, 千克 | kilogram, kilo, kg
t | mass | 1e6 | 吨 | ton, tonne, metric ton
jin | mass | 500 | 斤 | jin, catty, catties
lb | mass | 453.59 | 磅 | lb
l | volume | 1 | 升 | liter, litre
m3 | volume | 1000 | 立方米 | cubic meter, cubic metre
second | time | 1 | 秒 | second
minute | time | 60 | 分钟 | minute
hour | time | 3600 | 小时 | hour
day | time | 86400 | 天 | day
week | time | 604800 | 周 | week
month | time | 2629800 | 个月 | month
year | time | 31557600 | 年 | year
decade | time | 315576000 | | decade
century | time | 3155760000 | | century, centuries
C | heat | 1 | 摄氏度, ℃ | degrees Celsius, °C
F | heat | 1 | 华氏度, ℉ | degrees Fahrenheit, °F
degree | heat | 1 | 度 | degree
percent | share | 1 | % | percent, per cent, per-cent, pct, %
point | share | 1 | 个百分点, 百分点 | percentage point, percentage-point
bp | share | 0.01 | 个基点, 基点 | basis point
multiple | | 1 | 倍 | time, fold
"""


class Measure(NamedTuple):
    """A unit: `dimension` is what it measures (money, length, area, mass …), `size` how many base units it is."""

    dimension: str
    size: float
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    signs: tuple[str, ...]


def _measures() -> dict[str, Measure]:
    rows = {}
    for line in _TABLE.strip().splitlines():
        unit, kind, size, *names = (cell.strip() for cell in line.split("|"))
        chinese, english, signs = (tuple(cell.split(", ")) if cell else () for cell in [*names, ""][:3])
        rows[unit] = Measure(kind, float(size), chinese, english, signs)
    return rows


MEASURES = _measures()
_CONVERTED = ("length", "area", "mass", "volume", "time")


def dimension(unit: str) -> str:
    """What a unit measures; "" where it is none, or a multiple."""
    measure = MEASURES.get(unit)
    return measure.dimension if measure else ""


def factor(unit: str, to: str) -> float | None:
    """What a value in `unit` is multiplied by to give it in `to`; None where no fixed ratio converts them.

    >>> factor("li", "km"), factor("km", "kg"), factor("CNY", "USD")
    (0.5, None, None)
    """
    mine, its = MEASURES.get(unit), MEASURES.get(to)
    if unit == to or not mine or not its or mine.dimension != its.dimension:
        return None
    return mine.size / its.size if mine.dimension in _CONVERTED else None
