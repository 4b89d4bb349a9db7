import pytest

from desktop_app.wording.stages import STAGES, stage_words


def test_every_stage_has_its_own_words():
    words = [stage_words(stage) for stage in STAGES]

    assert len(set(words)) == len(STAGES)


def test_an_unknown_stage_is_our_own_mistake():
    with pytest.raises(AssertionError, match="dreaming"):
        stage_words("dreaming")
