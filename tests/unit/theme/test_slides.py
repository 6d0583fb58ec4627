"""Slides and handouts of the teachers' sessions: what of a page learners see, and that each slide leads to the next."""

from __future__ import annotations

import pytest

from theme.mkdocs.slides import Session, handout_document, session, slides_document, with_links

PAGE = """
<h1 id="x">Session 2: What sits idle<a class="headerlink" href="#x">#</a></h1>
<p class="ug-lead">They count their week.</p>
<table><tr><td>10</td><td>The week</td></tr></table>
<h2 id="before">Before people arrive<a class="headerlink" href="#before">#</a></h2>
<p><strong>Say:</strong> “This is for you.”</p>
<h2 id="week">The week (10 minutes)<a class="headerlink" href="#week">#</a></h2>
<p><strong>Say:</strong> “Write down your rest. Is it enough?”</p>
<p>“And what else?” They write.</p>
<p><strong>Listen for</strong> “I never sleep.” Don’t argue.</p>
<table><tr><td>Rest</td><td>60</td></tr></table>
<p>Wait. <strong>Ask:</strong> “LONG Who noticed?”</p>
<h2 id="home">A walk (5 minutes)<a class="headerlink" href="#home">#</a></h2>
<p>Show the <a href="letter/">letter</a>.</p>
<h2 id="step">One step (5 minutes)<a class="headerlink" href="#step">#</a></h2>
<ul><li>Ask your <a href="insurer/">insurer</a></li></ul>
""".replace("LONG", "This goes on and on. " * 12)


@pytest.fixture(scope="module")
def shown() -> Session:
    return session(PAGE)


def test_title_and_timetable_are_read(shown: Session) -> None:
    assert (shown.label, shown.title) == ("Session 2", "What sits idle")
    assert shown.timetable == "<table><tr><td>10</td><td>The week</td></tr></table>"


def test_each_timed_part_becomes_its_slides(shown: Session) -> None:
    assert [(slide.heading, slide.minutes) for slide in shown.slides] == [("The week", 10)] * 3 + [("A walk", 5), ("One step", 5)]


def test_learners_see_short_speech_tables_lists_and_questions(shown: Session) -> None:
    assert [slide.content for slide in shown.slides] == [
        "<p>Write down your rest. Is it enough?</p><p>And what else?</p>",
        "<table><tr><td>Rest</td><td>60</td></tr></table>",
        "<p>Who noticed?</p>",
        "",
        "<ul><li>Ask your insurer</li></ul>",
    ]


def test_slides_are_numbered_and_linked_without_scripts(shown: Session) -> None:
    made = slides_document(shown)
    assert [f'id="slide-{number}"' in made for number in range(1, 8)] == [True] * 6 + [False]
    assert made.count(">Next</a>") == made.count(">Previous</a>") == 5
    assert "<title>Session 2: What sits idle, slides</title>" in made


def test_handout_has_lines_below_questions_and_no_empty_parts(shown: Session) -> None:
    made = handout_document(shown)
    assert "A walk" not in made
    assert made.count("<section>") == 3
    assert made.count('class="line"') == 2 * 3
    assert "<script" not in made


def test_page_links_both_files_below_its_lead() -> None:
    linked = with_links(PAGE, "a.html", "b.html")
    assert 'week.</p>\n<p class="ug-paper-files"><a class="ug-button" href="a.html">Slides</a>' in linked


def test_page_without_a_timetable_is_refused() -> None:
    with pytest.raises(ValueError, match="table of its minutes"):
        session("<h1>Session 1: Alone</h1>")
