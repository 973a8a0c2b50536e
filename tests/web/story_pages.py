"""The five invented pages as stored texts: a block a paragraph, with the kind of furniture where it is none."""

from __future__ import annotations

from kept.model.evidence import Quote
from kept.model.sources import Article, Furniture, FurnitureKind, PublishedDate, Span
from kept.model.times import PartialDate

Lines = tuple[tuple[str, str], ...]


def lines_of(page: str) -> Lines:
    """Read a page: paragraphs are blocks, what stands before the bar is the kind of furniture (none: the article)."""
    blocks = (" ".join(block.split()) for block in page.strip().split("\n\n"))
    return tuple((kind.strip(), line.strip()) for kind, _, line in (block.partition("|") for block in blocks))


GAZETTE = lines_of("""
menu| Skip to content

bookmark| You have no saved stories yet. Sign in to start your reading list.

prompt| Get our morning letter. Join 4,000 readers. We promise: no spam.

title| Norland promises Sudria 240 million euros, rules out troops

byline| By Signe Aldous

dateline| 14 January 2026

| Norland will give Sudria 240 million euros for air defence by 30 June, Foreign Minister Runa Eskel said in Haldvik
on Wednesday. Norland will also send 40 ceasefire monitors within 30 days of a ceasefire and train 1,200 Sudrian
medics this year, she said.

| Norland will not send soldiers to Sudria, Eskel added. “We stand with Sudria for as long as it takes,” she told
reporters.

| Sudria’s Prime Minister Ilan Dorre thanked Haldvik and called on Westmark to share its radar data around the
clock. He said he expected Westmark to announce troops “within days”.

| Analysts in Vessa said that guarantees would remain meaningless without a ceasefire, and that the commitment of
both neighbours was vital.

menu| Related stories

teaser_title| Westmark will build 10,000 homes by 2030, minister pledges

teaser_blurb| The housing minister promised keys to families in three coastal towns, with the first,

teaser_title| Sudria’s handball team vows revenge

teaser_blurb| After a bitter night in Tarnstadt the captain said her side will be back, stronger and,

legal| Sample page written for Kept. The states in it do not exist.
""")
STATEMENT = lines_of("""
menu| Home News Ministries

prompt| We use cookies. We will never share your data.

title| Statement by Prime Minister Oda Vell on Sudria

dateline| Tarnstadt, 20 January 2026

| Westmark wants a peace that lasts. If a ceasefire enters into force, Westmark will deploy up to 600 soldiers to
Sudria’s coast and send two patrol ships within 60 days.

| The deployment of soldiers needs the approval of the Assembly. The government will put it to the vote before the
end of March.

| Prime Minister Dorre has asked for our help. In answer to his request, Westmark will share its radar data with
Sudria from 1 February.

| We are considering help for Sudria’s power grid. We will continue to work closely with our partners.

| Westmark has not agreed to any deployment before a ceasefire. Reports to the contrary are wrong.

teaser_title| Transport ministry pledges new ferry line to Norland

legal| © Government of Westmark. Imprint. Data protection. Sample page written for Kept.
""")
HARBOUR = lines_of("""
menu| Menu Log in Subscribe

title| Norland announces fresh quarter of a billion for Sudria

byline| Meridian News Agency

dateline| 15 January 2026, 07:40

| VESSA – Norland will give Sudria 240 million euros for air defence by 30 June, Foreign Minister Runa Eskel said in
Haldvik on Wednesday. Norland will also send 40 ceasefire monitors within 30 days of a ceasefire and train 1,200
Sudrian medics this year, she said.

| Sudria’s finance ministry said on Thursday that the 240 million euros were the sum announced a day earlier and
included no further money.

| Westmark has agreed to send 2,000 soldiers at once, a Sudrian official said on condition of anonymity. The
government in Tarnstadt did not comment.

| If the shelling goes on, there will be consequences, a commander of the Coastal Front warned.

comment| Jorn: They always promise and they will never pay!

legal| © The Harbour Post. Reproduction forbidden.
""")
ASSEMBLY = lines_of("""
menu| Assembly Votes Members

title| Assembly approves soldiers for Sudria, with limits

dateline| Tarnstadt, Wednesday 18 March 2026. Vote 2026/31.

| The Assembly approved the deployment of soldiers to Sudria’s coast by 71 votes to 48. The mandate is limited to
400 soldiers and to the coast south of the river Aster, and it ends on 31 March 2027.

| An amendment to send the soldiers before a ceasefire was rejected by 80 votes to 39.

| Before the vote the government took back part of its offer. “Westmark will no longer send the two patrol ships,
because the navy cannot spare them,” Prime Minister Oda Vell told the Assembly.

legal| Assembly of Westmark, public relations. Sample page written for Kept.
""")
MISSION = lines_of("""
title| JOINT MONITORING MISSION TO THE ASTER LINE

dateline| Weekly report 9: 29 June to 5 July 2026. Issued 6 July 2026.

| 1. The Coast Agreement entered into force on 1 May 2026. Article 4 reads: “Neither party shall fire artillery
within 10 kilometres of the Aster line.”

| 3. All 40 monitors promised by Norland have been at their posts since 28 May.

| 4. Sudria’s finance ministry told the Mission on 3 July that it had received 150 million of the 240 million euros
promised by Norland, and that the rest had not arrived by 30 June.

| 5. The Mission has no information about soldiers from Westmark.

| 6. The Mission calls on both parties to allow patrols at night.

legal| Sample page written for Kept. The states in it do not exist.
""")


def article_of(lines: Lines, *, title: str, published: str) -> Article:
    """Lay lines out as a stored text, its blocks and its furniture."""
    text = "\n".join(line for _, line in lines)
    blocks: list[Span] = []
    furniture: list[Furniture] = []
    start = 0
    for kind, line in lines:
        end = start + len(line)
        if kind:
            furniture.append(Furniture(start=start, end=end, text=line, kind=FurnitureKind(kind)))
        else:
            blocks.append(Span(start=start, end=end, text=line))
        start = end + 1
    return Article(
        text=text,
        blocks=tuple(blocks),
        furniture=tuple(furniture),
        title=title,
        published=PublishedDate(value=PartialDate.of(published)),
    )


def quote_in(article: Article, exact: str) -> Quote:
    """Find a quote in the blocks of an article (a title may repeat it)."""
    return Quote.find(article.text, exact)
