"""A launch file laid over a company's facts: what is added, changed and left, where it stands, what is refused."""

from pathlib import Path

import pytest

from hegui.facts import NOT_DONE, FactsError
from hegui.facts.launch import Launched, load_launch

FACTS = """\
licence: {number: B2-20990001, regions: [北京], terms: [{id: a, starts_on: 2016-01-01}]}
services:
  - {id: sms, name: 短信, regions: [北京, 上海], started_on: 2017-01-01, ended_on: not_done}
  - {id: web, name: 网站, started_on: 2018-01-01}
inspections:
  - id: i
    notified_on: 2018-01-01
    requests: [{id: r, what: 日志}]
partial: [services]
"""


@pytest.fixture
def lay(tmp_path: Path) -> "Lay":
    return Lay(tmp_path)


class Lay:
    """`lay(launch, facts)` loads the two texts."""

    def __init__(self, folder: Path) -> None:
        self.launch = folder / "launch.yaml"
        self.facts = folder / "facts.yaml"

    def __call__(self, launch: str, facts: str = FACTS) -> Launched:
        self.launch.write_text(launch, encoding="utf-8")
        self.facts.write_text(facts, encoding="utf-8")
        return load_launch(self.launch, self.facts)

    def refused(self, launch: str, facts: str = FACTS) -> FactsError:
        with pytest.raises(FactsError) as caught:
            self(launch, facts)
        return caught.value


HEAD = "on: 2019-07-01\ntitle: 示例\n"


def test_a_new_id_adds_and_a_known_one_changes_what_is_given(lay: Lay) -> None:
    found = lay(HEAD + "services:\n  - {id: web, name: 新网站}\n  - {id: app, started_on: 2019-07-01}\n")
    before, after = found.before.company.services, found.after.company.services
    assert before is not None
    assert after is not None
    assert [one.id for one in before] == ["sms", "web"]
    assert [one.id for one in after] == ["sms", "web", "app"]
    assert (after[1].name, after[1].started_on) == ("新网站", before[1].started_on)
    assert after[0] == before[0]


def test_lists_of_words_are_replaced_as_a_whole(lay: Lay) -> None:
    found = lay(HEAD + "services: [{id: sms, regions: nationwide}]\nlicence: {regions: [北京, 广东]}\n").after.company
    assert found.services is not None
    assert len(found.services[0].regions or ()) == 31
    assert [region.value for region in found.licence.regions or ()] == ["110000", "440000"]


def test_null_changes_nothing(lay: Lay) -> None:
    found = lay(HEAD + "services: [{id: sms, name: null, regions: null, ended_on: 2019-06-30}]\nlogs: null\n")
    services = found.after.company.services
    assert services is not None
    assert (services[0].name, len(services[0].regions or ())) == ("短信", 2)
    assert str(services[0].ended_on) == "2019-06-30"


def test_elements_below_elements_are_found_by_their_ids(lay: Lay) -> None:
    found = lay(HEAD + "inspections: [{id: i, requests: [{id: r, due_on: 2019-07-09}, {id: s}]}]\n").after.company
    assert found.inspections is not None
    requests = found.inspections[0].requests
    assert requests is not None
    assert [(one.id, one.what) for one in requests] == [("r", "日志"), ("s", None)]


def test_what_is_added_to_an_unknown_list_does_not_make_it_known(lay: Lay) -> None:
    found = lay(HEAD + "launches: [{id: l, launched_on: 2019-07-01}]\n").after.company
    assert found.partial == ("services", "launches")


def test_what_is_added_to_an_unknown_list_of_a_section_does_not_make_it_known(lay: Lay) -> None:
    found = lay(HEAD + "licence: {terms: [{id: a, starts_on: 2019-07-01}]}\n", "name: 示例\n").after.company
    assert found.partial == ("licence.terms",)


def test_what_is_added_to_a_known_list_leaves_it_known(lay: Lay) -> None:
    found = lay(HEAD + "launches: [{id: l, launched_on: 2019-07-01}]\n", "launches: []\n").after.company
    assert found.partial is None


def test_a_list_in_part_stays_so_and_one_can_be_made_so(lay: Lay) -> None:
    found = lay(HEAD + "inspections: [{id: j, notified_on: 2019-07-01}]\npartial: [inspections]\n").after.company
    assert found.partial == ("services", "inspections")


def test_what_comes_from_the_launch_stands_in_its_file(lay: Lay) -> None:
    found = lay(
        HEAD + "services:\n  - id: sms\n    regions: [天津, 河北, 山西]\n  - {id: app, started_on: 2019-07-01}\n"
    )

    def place(pointer: str) -> tuple[str, int]:
        position = found.after.position(pointer)
        assert position is not None
        return Path(position.file).name, position.line

    assert place("/services/0") == ("launch.yaml", 4)
    assert place("/services/0/regions/2") == ("launch.yaml", 5)
    assert place("/services/2/started_on") == ("launch.yaml", 6)
    assert place("/services/0/name") == ("facts.yaml", 3)
    assert place("/services/1") == ("facts.yaml", 4)
    assert place("/services") == ("facts.yaml", 3)
    assert {Path(one.file).name for one in found.before.positions.values()} == {"facts.yaml"}


def test_the_places_of_what_is_replaced_are_gone(lay: Lay) -> None:
    found = lay(HEAD + "services: [{id: sms, regions: nationwide}]\n")
    position = found.after.position("/services/0/regions/1")
    assert position is not None
    assert Path(position.file).name == "launch.yaml"


def test_not_done_can_become_done(lay: Lay) -> None:
    found = lay(HEAD + "services: [{id: sms, ended_on: 2019-07-01}]\n")
    assert found.before.company.services is not None
    assert found.before.company.services[0].ended_on is NOT_DONE


@pytest.mark.parametrize(
    ("launch", "told"),
    [
        ("", "1:1: the file is empty, expected what is launched, and when"),
        ("- a\n", "1:1: the launch is a list, expected a mapping of on, title and sections"),
        ("title: a\nservices: [{id: b}]\n", "1:1: on: there is no on, expected the day of the launch"),
        ("on: soon\ntitle: a\n", "1:5: on: 'soon' is not a date"),
        ("on: not_done\ntitle: a\n", "on: not_done says that an event has not happened"),
        ("on: null\ntitle: a\n", "on: nothing is stated"),
        ("on: 2019-07-01\ntitel: a\n", "2:1: titel: there is no field 'titel' (did you mean title?)"),
        (HEAD + "servces: []\n", "3:1: servces: there is no field 'servces' (did you mean services?)"),
        (HEAD + "services: [{id: a, strated_on: 2019-07-01}]\n", "(did you mean started_on?)"),
        (HEAD + "services: [{id: a}, {id: a}]\n", "services[a].id: the id 'a' is taken by"),
        (HEAD + "services: [{name: a}]\n", "services[0].id: there is no id"),
        (HEAD + "services: {id: a}\n", "a mapping where a list belongs"),
        (HEAD, "1:1: the launch changes nothing, expected an element to add, or a field to change"),
        (HEAD + "services: [{id: sms, name: 短信}]\n", "the launch changes nothing"),
        (
            HEAD + "services: [{id: n, started_on: 2019-07-02}]\n",
            "3:32: services[n].started_on: this has not come to be on the day of the launch, 2019-07-01",
        ),
        (HEAD + "services: [{id: n, started_on: not_done}]\n", "nothing of it would be checked"),
        (HEAD + "\tservices: []\n", "spaces for indentation, not tabs"),
    ],
)
def test_a_launch_that_cannot_be_used(lay: Lay, launch: str, told: str) -> None:
    error = lay.refused(launch)
    assert error.of == "launch"
    assert told in str(error)
    assert str(error).startswith(f"{lay.launch}:")


def test_all_that_is_wrong_with_both_files_is_told_at_once(lay: Lay) -> None:
    error = lay.refused("on: soon\nservces: []\n", "logs: {retention: many}\nservies: []\n")
    assert error.of == "launch and facts"
    assert [problem.path for problem in error.problems] == ["title", "on", "servces", "logs.retention", "servies"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="there is no such file, expected the path of a YAML or JSON file; write on:"):
        load_launch(tmp_path / "launch.yaml", tmp_path / "facts.yaml")
