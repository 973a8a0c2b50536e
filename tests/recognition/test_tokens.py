"""Words of a sentence, with their places."""

from kept.recognition.tokens import LONGEST, pieces, tokenise


def lows(text: str) -> list[str]:
    return [token.low for token in tokenise(text, 0, len(text))]


def test_clitics_stand_apart_and_apostrophes_are_straight() -> None:
    assert lows("We’ll see, Norland won’t") == ["we", "'ll", "see", ",", "norland", "wo", "n't"]


def test_numbers_and_abbreviations_stay_whole() -> None:
    assert lows("The U.S. sent 1,200.5 tons") == ["the", "u.s.", "sent", "1,200.5", "tons"]


def test_offsets_point_into_the_text() -> None:
    text = "İzmir’s 40 monitors"
    assert [text[token.start : token.end] for token in tokenise(text, 0, len(text))] == [
        token.text for token in tokenise(text, 0, len(text))
    ]


def test_a_list_number_is_no_part_of_the_sentence() -> None:
    assert [token.low for token in pieces(tokenise("3. All monitors", 0, 15))[0]] == ["all", "monitors"]


def test_a_sentence_without_end_is_cut_into_pieces() -> None:
    text = "word " * (2 * LONGEST + 1)
    assert [len(piece) for piece in pieces(tokenise(text, 0, len(text)))] == [LONGEST, LONGEST, 1]
