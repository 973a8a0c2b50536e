"""Default class and grade of a source (codebook 2.10); an analyst may set others, with a reason."""

from __future__ import annotations

from kept.model.evidence import EvidenceClass
from kept.model.sources import Article

GRADES = {
    EvidenceClass.E1: "A1",
    EvidenceClass.E2: "B2",
    EvidenceClass.E3: "B2",
    EvidenceClass.E4: "B2",
    EvidenceClass.E5: "B2",
    EvidenceClass.E6: "C3",
    EvidenceClass.E7: "C3",
    EvidenceClass.E8: "D3",
    EvidenceClass.E9: "E5",
    EvidenceClass.E10: "B2",
}


def default_class(article: Article) -> EvidenceClass:
    """Take a page without date and without address for a rewriting site (E8), any other for the press (E6).

    Nothing above E6 is given by itself: that a text is an official one is for a person to say.
    """
    is_traceable = article.published.value is not None or article.address is not None
    return EvidenceClass.E6 if is_traceable else EvidenceClass.E8
