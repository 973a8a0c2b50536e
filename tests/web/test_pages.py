"""The pages of the site, as a reader meets them."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.model.times import PartialDate
from kept.web.public import listing
from tests.web.conftest import served
from tests.web.story import BY, Desk, sources, tell_story
from tests.web.walk import links, walk, words_of

GAZETTE, HARBOUR = sources()["gazette"].capture, sources()["harbour"].capture


def test_every_link_of_the_site_leads_to_a_page(client: Client) -> None:
    seen = walk(client)
    assert {path: found.status_code for path, found in seen.items() if found.status_code != 200} == {}
    assert len(seen) > 50


def test_every_link_to_a_sentence_leads_to_a_mark_on_its_source_page(client: Client) -> None:
    pages = [found.content.decode() for path, found in walk(client).items() if path.startswith(("/c/", "/gates/"))]
    targets = {each for page in pages for each in _fragments(page)}
    assert len(targets) > 10
    for path, name in targets:
        assert f'<mark id="{name}"' in client.get(path).content.decode()


def _fragments(page: str) -> set[tuple[str, str]]:
    return {(path, name) for path, name in re.findall(r'href="(/source/[0-9a-f]+/)#(q[0-9-]+)"', page)}


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        ("2026-01-31", "Nothing has fallen due yet."),
        ("2026-04-01", "Nothing has fallen due yet."),
        ("2026-07-10", "1 of the 4 promises that have fallen due was kept (1 to 2: one cannot be told)."),
    ],
)
def test_the_first_page_says_the_number_of_the_day(client: Client, day: str, headline: str) -> None:
    assert headline in words_of(client.get(f"/?as_of={day}"))


def test_the_number_opens_exactly_the_rows_that_make_it(client: Client) -> None:
    page = client.get("/").content.decode()
    table = page[page.index("that make the number") : page.index("</table>")]
    assert table.count("<tr>") == 1 + 4
    assert all(words in table for words in ("Kept", "Partly kept", "Taken back", "Cannot tell"))


def test_links_keep_the_day_that_is_shown(client: Client) -> None:
    path = "/?as_of=2026-04-01"
    inside = [each for each in links(client.get(path), path) if each.startswith(("/c/", "/country/", "/topic/"))]
    assert inside
    assert all("as_of=2026-04-01" in each for each in inside)


def test_a_page_says_that_it_shows_another_day_and_how_to_come_back(client: Client) -> None:
    page = client.get("/?as_of=2026-04-01&by=form")
    assert "You are reading what held on 1 April 2026" in words_of(page)
    assert "/?by=form" in links(page, "/")


def test_invented_states_stand_under_a_banner(client: Client) -> None:
    assert "Demo: invented states, calendar stopped at 10 July 2026" in words_of(client.get("/list/"))


def test_the_matrix_is_a_table_with_a_caption_and_headings_for_rows_and_columns(client: Client) -> None:
    page = client.get("/").content.decode()
    grid = page[page.index('<table class="grid">') :]
    grid = grid[: grid.index("</table>")]
    assert "<caption" in grid
    assert grid.count('<th scope="col">') == 5
    assert grid.count('<th scope="row">') == 2


def test_a_commitment_shows_its_words_what_it_waited_for_and_the_last_look(client: Client) -> None:
    page = client.get("/c/XW-2026-0001/")
    assert "Westmark will deploy up to 600 soldiers" in page.content.decode()
    said = words_of(page)
    assert "Assembly decides" in said
    assert "71 votes to 48" in said
    assert "vote allows 400, promise says up to 600" in said
    assert "Last looked for 5 July 2026" in said
    assert "Nothing found" in said


def test_a_date_that_has_passed_is_never_shown_without_the_last_look(client: Client) -> None:
    assert "Past its own date, last looked for 5 July" in words_of(client.get("/c/XW-2026-0001/"))


def test_nobody_is_named_as_past_a_date_on_the_first_page_before_somebody_looked(client: Client) -> None:
    before, after = (words_of(client.get(f"/?as_of={day}")) for day in ("2026-07-04", "2026-07-10"))
    assert "1 other promise has a date that has passed; nobody has looked for it yet" in before
    assert "last looked for 5 July" in after
    assert "nobody has looked" not in after


def test_a_promise_nobody_looked_for_says_so(client: Client) -> None:
    assert "Nobody has looked for it yet" in words_of(client.get("/c/XN-2026-0003/"))


def test_a_repeat_in_another_outlet_is_one_story(client: Client) -> None:
    assert "Also in 1 other source: all go back to one story" in words_of(client.get("/c/XN-2026-0001/"))


def test_a_part_that_came_stands_beside_the_stage(client: Client) -> None:
    assert "Partly delivered: 150 of 240 million euros" in words_of(client.get("/c/XN-2026-0001/"))


def test_a_merged_reference_leads_on_for_ever(desk: Desk, client: Client) -> None:
    payload = {"from": "c:medics", "into": "c:monitors"}
    desk.write(Draft(kind=Kind.RECORDS_MERGED, subject="c:medics", by=BY, payload=payload))
    desk.publish()
    answer = client.get("/c/XN-2026-0003/")
    assert (answer.status_code, answer["Location"]) == (301, "/c/XN-2026-0002/")
    assert client.get("/c/XN-2026-0003.json")["Location"] == "/c/XN-2026-0002.json"


def test_an_unknown_reference_is_not_found_and_says_where_to_look(client: Client) -> None:
    page = client.get("/c/XN-2026-0099/")
    assert page.status_code == 404
    assert "No promise has the reference XN-2026-0099" in words_of(page)
    assert "/list/" in links(page, "/")


def test_a_promise_of_a_later_day_says_when_it_was_said(client: Client) -> None:
    page = client.get("/c/XW-2026-0001/?as_of=2026-01-15")
    assert page.status_code == 404
    assert "It was said on 20 January 2026" in words_of(page)


@pytest.mark.parametrize(
    "path",
    [
        "/?as_of=foo",
        "/?as_of=2027-01-01",
        "/?by=colour",
        "/changes/?from=2026-07-01&to=2026-01-01",
        "/c/XN-2026-0001/?known_at=1",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_in_words(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 400
    assert "This address cannot be read" in words_of(page)


@pytest.mark.parametrize("path", ["/nope/", "/country/ZZ/", "/topic/demo.none/", f"/source/{'0' * 64}/", "/c/c:money/"])
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_site_changes_nothing(client: Client) -> None:
    assert client.post("/").status_code == 405


def test_a_source_that_may_be_shown_stands_in_full_with_what_was_set_aside(client: Client) -> None:
    page = client.get(f"/source/{GAZETTE}/").content.decode()
    assert "Analysts in Vessa said" in page
    assert '<p class="set-aside"><span class="aside-kind">Request to the reader</span> Get our morning letter' in page


def test_a_source_that_may_not_be_shown_gives_its_quotes_alone() -> None:
    with served(tell_story(changed={"harbour": {"redistribution": "quote"}})) as client:
        page = client.get(f"/source/{HARBOUR}/").content.decode()
    assert "The government in Tarnstadt did not comment" not in page
    assert "they will never pay" not in page
    assert "Westmark has agreed to send 2,000 soldiers at once" in page
    assert "words not shown]" in page
    assert "rights of the publisher" in page


def test_a_source_without_its_copy_gives_its_quotes_alone() -> None:
    desk = tell_story()
    desk.captures.by_capture.clear()
    with served(desk) as client:
        page = client.get(f"/source/{GAZETTE}/").content.decode()
    assert "Norland will not send soldiers to Sudria" in page
    assert "Analysts in Vessa" not in page


def test_a_source_in_which_nobody_commits_says_so_first(client: Client) -> None:
    said = words_of(client.get(f"/source/{sources()['mission'].capture}/"))
    assert "Nobody commits to anything here: 0 promises" in said
    assert "Nobody commits" not in words_of(client.get(f"/source/{GAZETTE}/"))


def test_two_pages_with_one_wire_are_called_one_story(client: Client) -> None:
    assert "together they count as one independent source" in words_of(client.get(f"/source/{HARBOUR}/"))


def test_a_vote_stands_under_decided_with_its_limits_and_before_it_under_needed(client: Client) -> None:
    after, before = words_of(client.get("/gates/")), words_of(client.get("/gates/?as_of=2026-01-31"))
    assert "Decided 1" in after
    assert "until 31 March 2027" in after
    assert "Named by the government itself 1" in before


def test_a_threat_is_on_record_without_its_words_as_a_headline(client: Client) -> None:
    page = client.get("/country/org:coastal-front/").content.decode()
    assert "Threats on record, without headline" in page
    assert "there will be consequences" not in page


def test_an_incident_shows_both_sides_and_stays_inside_for_72_hours(desk: Desk) -> None:
    claims = [
        {"by": "XS", "kind": "claim", "text": "eleven explosions", "count": 11},
        {"by": "org:coastal-front", "kind": "denial", "text": "denied that it had fired"},
    ]
    payload = {"claims": claims, "verification": "V1", "attribution": "A1", "place": "47.0001, 35.0002"}
    for name, day in (("I-0001", "2026-07-02"), ("I-0002", "2026-07-08")):
        desk.write(
            Draft(
                kind=Kind.INCIDENT_RECORDED,
                subject=f"i:{name}",
                by=BY,
                payload={**payload, "name": name},
                valid=PartialDate.of(day),
            )
        )
    desk.publish()
    with served(desk) as client:
        page = client.get("/ceasefire/").content.decode()
    assert page.index("denied that it had fired") < page.index("eleven explosions")
    assert "Observed by one means" in page
    assert "I-0002" not in page
    assert "1 incident from the last 72 hours" in page
    assert "47.0001" not in page


def test_changes_between_two_days_are_listed_and_a_correction_stands_apart(client: Client) -> None:
    said = words_of(client.get("/changes/?from=2026-03-01&to=2026-04-01"))
    assert "After 1 March 2026, up to and on 1 April 2026" in said
    assert "Westmark: Taken back: two patrol ships" in said
    assert "What we mended" not in said


def test_a_correction_shows_both_values_and_its_reason(desk: Desk) -> None:
    target = next(entry.seq for entry in desk.kept.entries() if entry.subject == "c:medics")
    old, new = ({"value": value, "unit": "medics", "qualifier": "exact"} for value in ("1200", "1300"))
    payload = {"target": target, "field": "quantity", "old": old, "new": new, "reason_class": "error"}
    desk.write(Draft(kind=Kind.RECORD_CORRECTED, subject="c:medics", by=BY, payload=payload, why="misread"))
    desk.publish()
    with served(desk) as client:
        both = words_of(client.get("/corrections/")), words_of(client.get("/c/XN-2026-0003/"))
    for said in both:
        assert "“1200 medics” became “1300 medics”" in said
        assert "We were wrong" in said


def test_the_list_is_narrowed_by_its_address_and_says_by_what(client: Client) -> None:
    said = words_of(client.get("/list/?actor=XN&topic=demo.oversight"))
    assert "1 record, 1 counted promise; only: Norland and Ceasefire monitoring and verification" in said
    assert "1 record, 1 counted promise; only: Date ahead" in words_of(client.get("/list/?bucket=date_ahead"))


def test_a_long_list_comes_in_pages_and_its_csv_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "A_PAGE", 10)
    with served(desk) as client:
        first, second = (client.get(f"/list/?page={number}&as_of=2026-07-10") for number in (1, 2))
        assert "page 1 of 2" in words_of(first)
        assert "/list/?page=2&as_of=2026-07-10" in links(first, "/list/")
        assert (first.content.count(b"<tr>"), second.content.count(b"<tr>")) == (1 + 10, 1 + 5)
        assert client.get("/list/?page=3").status_code == 400
        assert len(client.get("/list.csv?page=1").content.splitlines()) == 1 + 15


def test_a_demand_stands_with_the_promise_that_answers_it(client: Client) -> None:
    said = words_of(client.get("/demands/"))
    assert "Sudria asks Westmark: Share radar data around the clock" in said
    assert "Westmark: radar data" in said
    assert "Offered instead, in its own words: Norland: 240 million euros for air defence" in said


def test_the_csv_holds_every_record_with_its_reason(client: Client) -> None:
    answer = client.get("/list.csv")
    lines = answer.content.decode().splitlines()
    assert lines[0].startswith("ref,kind,title,actors,counted,bucket,reason")
    assert len(lines) == 1 + 15


def test_a_cell_of_the_matrix_opens_the_list_that_it_counts(client: Client) -> None:
    cells = [each for each in links(client.get("/"), "/") if each.startswith("/list/?actor=XW")]
    assert "/list/?actor=XW&topic=demo.mnf" in cells
    said = words_of(client.get("/list/?actor=XW&topic=demo.mnf"))
    assert all(title in said for title in ("up to 600 soldiers", "two patrol ships", "to put the deployment"))
    assert "radar data" not in said


def test_the_twins_hold_codes_and_the_point_they_were_read_at(client: Client) -> None:
    table = json.loads(client.get("/matrix.json?as_of=2026-04-01").content)
    record = json.loads(client.get("/c/XN-2026-0001.json").content)
    count = json.loads(client.get("/follow-through.json").content)
    assert table["as_of"] == "2026-04-01"
    assert record["commitment"]["stage"] == "in_delivery"
    assert (count["kept"], count["due"]) == (1, 4)


def test_the_twins_keep_persons_of_the_desk_inside(client: Client) -> None:
    assert BY not in client.get("/c/XN-2026-0001.json").content.decode()
    assert BY not in client.get("/c/XN-2026-0001/").content.decode()


def test_what_was_not_published_is_on_no_page(desk: Desk) -> None:
    from tests.web.story import promise, said
    from tests.web.story_norland import MONEY

    payload = promise("XN-2026-0077", "XN", "a secret of the desk", "demo.mnf", ["force.land"])
    desk.write(said(Kind.COMMITMENT_RECORDED, "c:secret", sources()["gazette"], "2026-01-14", MONEY, payload))
    with served(desk) as client:
        pages = walk(client)
    assert all("a secret of the desk" not in page.content.decode() for page in pages.values())
    assert client.get("/c/XN-2026-0077/").status_code == 404
