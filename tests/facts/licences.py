"""Texts of licences for the tests: the scan of the real one, and invented ones made from it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from hegui.facts.licence_text import LicenceReading, read_licence

SCAN = Path(__file__).parents[2] / "examples" / "licence" / "B2-20160073.txt"

REAL_COMPANY = "北京中录国际文化传播有限公司"
INVENTED_COMPANY = "虚构示例(上海)通信有限公司"

HOLDER = {
    "number": "B2-20160073",
    "company_name": REAL_COMPANY,
    "registered_capital": "人民币壹仟万元",
    "registered_address": "北京市昌平区科技园区超前路5号4幢516室",
    "issued_on": "2018 年 05 月 03 日",
    "expires_on": "2021 年 01 月 19 日",
}
"""The holder's own words in the text, by the names of their slots."""

DIGESTS = {
    "face": "0c2ce5119457711770efe88d42c359b9c166123e122fb5060e31bf1a921668ab",
    "preamble": "571bd9535ba66d2c13ce5123e0d5b1ccf6eb3bf8aafb935c4a61364c08db10b9",
    "1": "8726a50b2625982c74443b96ed1709a8b536316350fa4a34240abbbaaaa783e9",
    "2": "8024c06e53ca4db35a2046439c9b105584ca433604737a7d9f2ceb705a071235",
    "3": "7cb8fba0fe44dd487e6b664160fb17251036ce820ccbbbe800c10cbc3e881b4e",
    "4": "3e3b5e752331435e1e33d98bb1f3a2ca3e9b36244d828a8df73b07658da9d177",
    "5": "bcc8dc48813b50a2e6658e5daff08f5a95009b06b4c6c0b4bd42f5c819e60ce9",
    "6": "6ec4c46a163ba5c1e5a0cf64f1fa850c26a2092efe62d69e23fd224a87be5cd2",
    "7": "642dde454378f2a4eeaf0834726f57ae1b7f035be65a771a25c739bdecd4b321",
    "8": "5418247947435b482f4599f009fa8d0286de7df501bbcfdebe19c8fd3fbe231e",
    "9": "c5581b3a01dfe2357336fc5ea770bc685363288c168538caddc991e4b8fdd159",
    "10": "221a86c4fb60458c5bf080eafcfd096342f8ab34c3f324aa4555ef3b393ddbaf",
    "11": "36877f3d1f33bbdc5e51adcb3fa53cabe122169ad50490c9df51f8b707a58016",
    "12": "34401976b02543af1515c92e75e30d36cf0bba8d865fb90742eeda10e1fffa0b",
    "13": "2a822e79fe004aaa400a28d8e9d6b43179218a10c9d943847e79e5bec37c25a1",
    "14": "357fc694ed7a45b62a5251c03bef0f4063eb3b8382a400da21eeb23bc6419469",
    "15": "d5044c40b95f5f3eba19bfaa2bd346b3d036b22848e5723345a0bb7be1ebf2bb",
    "15(1)": "7b9d4bb024e1ed275be323e0f1db75543be4131e6288c2ea5e36538faac9410f",
    "15(2)": "983740942afd14da13d4c4786b8bd51af9a3b2e096f877f85188c78f10ee03d6",
    "15(3)": "b6c72e3b973923e4990b0500a16c001df5087e4e60e03feb35bbe9f786b4e1f2",
    "15(4)": "f3a26f536ec9200118ebfd0146cc7321c85524751ba63bc81ea072e0c75dc19a",
    "15(5)": "503deb0e80208604978fcbcc6957aa85bfa04fca3ee778c83d4303178747ef27",
    "15(6)": "17c8ccb3b1bf703408ef058db974be9d4c9b6a3fffd8df68647fdc87e9ec0a87",
    "15(7)": "ba067fa2390f6220a538bc0034dc101f0ffaa2804e33ea300dfdd6c7f91ae408",
    "15(8)": "a47ef480454ab71251aea4c34a5a10da91f7f9fbf9f322d2df4b5328753ab994",
    "15(9)": "8a7ac26eaf0cf9dd89f65dd2d43f2ff08cdbf49c6ea51097add351029f20dc6d",
    "15(10)": "d03c1988c3ad12bccd2bd6475e51053197d6d3a13da2ab4a35c1baef503e1066",
    "15(11)": "a62a25a190452ed8209609eedf9711e54db7fc5be2e7c19d3b9011c7d53c76da",
    "15(12)": "0402de1818eb618d8aea2722e862df26e1941c3e09abcd33033bd284d07c111d",
    "15(13)": "abd529bbd2555f21de851cba287077f3cbfce4c4cb29bf69da4a57ff9cc8b7c3",
    "15(14)": "8d0133095488ed27d9b7a4749250ac8d03245ef951c30f9e5c14bc72849e9560",
}
"""The official wording of each clause, as SHA-256 of its UTF-8 bytes (persons' names on the face blanked)."""


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@cache
def scan_text() -> str:
    return SCAN.read_text(encoding="utf-8")


@cache
def scan_reading() -> LicenceReading:
    return read_licence(scan_text(), SCAN.name)


@cache
def official() -> dict[str, str]:
    """The clauses of the scan, which test_licence_text pins by their digests."""
    return {clause.id: clause.text for clause in scan_reading().clauses}


@cache
def pages() -> tuple[str, ...]:
    """The scan's pages: two copies of the face, and four of the Special Provisions."""
    lines = scan_text().split("\n")
    starts = [n for n, line in enumerate(lines) if line.startswith("中华人民共和国 增值")]
    starts += [n - 2 for n, line in enumerate(lines) if line == "特别规定事项"]
    return tuple(
        "\n".join(lines[start:end]).strip("\n") for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def invented(**changes: str) -> str:
    """The text of an invented licence: other number, company, capital, address and dates; `changes` by slot name."""
    text = scan_text()
    own = {
        "number": "B2-20990001",
        "company_name": INVENTED_COMPANY,
        "registered_capital": "人民币叁仟零伍拾万元整",
        "registered_address": "上海市虚构区示例路1号",
        "issued_on": "2099 年 03 月 05 日",
        "expires_on": "2100 年 03 月 05 日",
    } | changes
    for slot, words in own.items():
        text = text.replace(HOLDER[slot], words)
    return text
