"""What a reader is sent to is what stands there: no copy to others, no telephone steered."""

import pytest

from generator.load import load_texts
from generator.load.fault import ShapeFault
from generator.source import SourceText

GUIDE = "guide: {{title: Guide, publisher: Regionen, feedback: '{}'}}\n"


def because(address: str) -> list[str]:
    loaded = load_texts([SourceText("a.yaml", GUIDE.format(address))])
    return [
        fault.because
        for fault in loaded.faults
        if isinstance(fault, ShapeFault) and fault.path == ("guide", "feedback")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.se/fel?a=b#c",
        "mailto:guiden@example.se",
        "mailto:guiden@example.se?subject=Fel&body=Hej%0aD%C3%A5",
        "tel:0771-251010",
        "tel:+46(0)8.123",
    ],
)
def test_what_is_seen_is_taken(address: str) -> None:
    assert because(address) == []


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("mailto:a@b.se?bcc=c@d.se", "efter den får bara"),
        ("mailto:a@b.se?subject=x&cc=c@d.se", "efter den får bara"),
        ("mailto:a@b.se?subject=x%0d%0aBcc:c@d.se", "efter den får bara"),
        ("mailto:a@b.se?attach=/etc/passwd", "efter den får bara"),
        ("mailto:a@b.se,c@d.se", "efter den får bara"),
        ("mailto:", "efter den får bara"),
        ("tel:*21*0700123456#", "med siffror"),
        ("tel:", "med siffror"),
    ],
)
def test_what_is_not_seen_is_refused_with_the_reason(address: str, what: str) -> None:
    (reason,) = because(address)
    assert what in reason
