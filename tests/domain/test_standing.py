"""How the practice stands, on diaries small enough to be counted by hand, and after changes of them."""

from __future__ import annotations

import msgspec
import pytest

from netpractice.domain.habits import HABITS
from netpractice.domain.records import HabitKey, Record, Records, Settings
from netpractice.domain.scorecard import Margin
from netpractice.domain.standing import DEFAULT_SETTINGS, Standing
from netpractice.domain.streaks import Streak
from tests.domain.made import (
    EVERY,
    change,
    day,
    favour,
    followup,
    page,
    pages,
    pending,
    plan,
    records,
    rest_week,
    settled,
    standing,
    step,
    talk,
)
from tests.strategies import STAMP


def settings(week_start: int = 0, weekly_threshold: int = 60) -> Settings:
    return Settings(
        id="settings", created=STAMP, updated=STAMP, week_start=week_start, weekly_threshold=weekly_threshold
    )


def perfect(*weeks: int) -> list[Record]:
    """Weeks, counted from that of day 0, with the targets of all six habits met."""
    return [record for week in weeks for record in pages(range(7 * week, 7 * week + 4))]


class TestAnEmptyBook:
    def test_has_no_weeks_and_no_score(self) -> None:
        stands = standing(6)
        assert (stands.first_week, stands.this_week) == (None, day(0))
        assert (stands.week(day(0)).score, stands.week(day(-7)).score) == (None, None)

    def test_has_no_streaks_and_nothing_to_lose(self) -> None:
        stands = standing(6)
        assert stands.daily == pending(0, 0)
        assert stands.weekly == settled(0, 0)
        assert {stands.run(key) for key in EVERY} == {settled(0, 0)}
        assert [stands.strength(key) for key in (*EVERY, None)] == [None] * 7
        assert stands.kept_of_last() == 0

    def test_has_the_default_settings_and_plan(self) -> None:
        stands = standing(6)
        assert stands.settings == DEFAULT_SETTINGS
        assert stands.targets(day(0)) == {habit.key: habit.target for habit in HABITS}


class TestWeeks:
    def test_begin_with_the_first_record(self) -> None:
        stands = standing(20, favour(-3, "asked"))
        assert stands.first_week == day(-7)
        assert [stands.week(day(n)).score for n in (-14, -7, 0, 7, 14, 21)] == [None, 0, 0, 0, 0, None]

    def test_are_finished_once_their_last_day_is_over(self) -> None:
        kept = [page(0, "warm")]
        assert [standing(n, kept).week(day(0)).finished for n in (0, 6, 7)] == [False, False, True]

    def test_are_named_by_any_day_in_them(self) -> None:
        stands = standing(6, pages([0], "warm"))
        assert stands.week(day(5)) == stands.week(day(0))

    def test_begin_on_the_weekday_of_the_settings(self) -> None:
        stands = standing(6, pages([5, 6], "give"), settings(week_start=6))
        assert (stands.this_week, stands.first_week) == (day(6), day(-1))
        assert [stands.week(day(n)).habits[5].kept_days for n in (5, 6)] == [1, 1]

    def test_count_nothing_that_is_dated_after_today(self) -> None:
        stands = standing(2, pages([0, 2, 3, 5, 9], "warm"), followup(1, 2), followup(3, 3))
        assert stands.week(day(0)).habits[0].kept_days == 2
        assert stands.week(day(0)).habits[4].due == 1
        assert (stands.week(day(7)).score, stands.daily.current) == (None, 1)

    def test_that_are_all_in_the_future_are_not_there_yet(self) -> None:
        stands = standing(2, pages([3, 9], "warm"))
        assert (stands.first_week, stands.week(day(0)).score, stands.daily) == (None, None, pending(0, 0))


class TestFollowThrough:
    def test_counts_only_what_is_due_by_today_in_the_running_week(self) -> None:
        things = [followup(0, 2, ref="a"), followup(0, 3, ref="b"), followup(0, 2, step("done", 1), ref="c")]
        follow = standing(2, things).week(day(0)).habits[4]
        assert (follow.due, follow.handled, follow.credit, follow.margin) == (2, 1, 0.5, Margin("open", 1, 5))
        assert standing(3, things).week(day(0)).habits[4].due == 3

    def test_stays_due_until_it_is_closed(self) -> None:
        stands = standing(27, followup(0, 2, step("let go", 15)))
        assert [stands.week(day(n)).habits[4].credit for n in (0, 7, 14, 21)] == [0.0, 0.0, 1.0, None]

    def test_a_snooze_rewrites_no_earlier_week(self) -> None:
        before = standing(8, followup(0, 2)).week(day(0))
        after = standing(8, followup(0, 2, step("snoozed", 8, 20))).week(day(0))
        assert before == after
        assert before.habits[4].credit == 0.0


class TestPlans:
    def test_never_rewrite_past_weeks(self) -> None:
        kept = pages([-7, -6, 0, 1], "give")
        stands = standing(6, kept, plan(0, {"give": 4}))
        assert [stands.week(day(n)).habits[5].credit for n in (-7, 0)] == [1.0, 0.5]

    def test_changed_from_this_week_on_change_it_at_once(self) -> None:
        book = records(pages([-7, -6, 0, 1], "give"))
        stands = Standing(book, day(6))
        assert [stands.week(day(n)).habits[5].credit for n in (-7, 0)] == [1.0, 1.0]
        change(book, stands, None, plan(0, {"give": 4}))
        assert [stands.week(day(n)).habits[5].credit for n in (-7, 0)] == [1.0, 0.5]
        change(book, stands, plan(0, {"give": 4}), None)
        assert stands.week(day(0)).habits[5].credit == 1.0

    def test_that_start_within_a_week_hold_from_the_next(self) -> None:
        stands = standing(13, page(0, "give"), plan(1, {"give": 4}))
        assert [stands.targets(day(n))["give"] for n in (0, 6, 7)] == [2, 2, 4]

    def test_pause_habits_and_bridge_their_runs(self) -> None:
        kept = [*perfect(-3), *perfect(-1)]
        paused = [plan(-14, {"give": 0}, minute=1), plan(-7, {}, minute=2)]
        assert standing(-1, kept).run("give") == settled(1, 1)
        assert standing(-1, kept, paused).run("give") == settled(2, 2)


class TestDailyStreak:
    @pytest.mark.parametrize(
        ("kept", "passes", "expected"),
        [
            ([4, 5, 6], [], settled(3, 3)),
            ([3, 4, 5], [], pending(3, 3)),
            ([2, 3, 4], [], pending(0, 3)),
            ([0, 1, 2, 5, 6], [], settled(2, 3)),
            ([2, 3, 5, 6], [4], settled(4, 4)),
            ([2, 3, 6], [4, 5], settled(3, 3)),
            ([4, 5], [6], settled(2, 2)),
            ([5, 6], [3, 4], settled(2, 2)),
            ([2, 4, 5, 6], [2], settled(3, 3)),
            ([6], [6], settled(1, 1)),
            ([], [6], settled(0, 0)),
            ([], [5], pending(0, 0)),
            ([5, 6, 7, 8], [], settled(2, 2)),
        ],
    )
    def test_on_day_six(self, kept: list[int], passes: list[int], expected: Streak) -> None:
        rest = [msgspec.structs.replace(page(n, passed=True), id=f"pass{n}") for n in passes]
        assert standing(6, pages(kept, "give"), rest).daily == expected

    def test_kept_of_the_last_days_includes_today(self) -> None:
        stands = standing(6, pages([-8, -7, 0, 5, 6, 7], "give"))
        assert [stands.kept_of_last(n) for n in (1, 2, 7, 14, 15)] == [1, 2, 3, 4, 5]

    @pytest.mark.parametrize("key", EVERY)
    def test_any_habit_will_do(self, key: HabitKey) -> None:
        stands = standing(6, pages([-8, -7, 4, 5, 6], key))
        assert (stands.daily, stands.kept_of_last()) == (settled(3, 3), 4)

    def test_something_written_late_repairs_it(self) -> None:
        book = records(pages([3, 5, 6], "give"))
        stands = Standing(book, day(6))
        assert stands.daily == settled(2, 2)
        change(book, stands, None, favour(4))
        assert stands.daily == settled(4, 4)


class TestWeeklyStreak:
    def test_counts_the_running_week_once_it_is_there(self) -> None:
        past = perfect(-2, -1)
        assert standing(0, past).weekly == pending(2, 2)
        assert standing(3, past, perfect(0)).weekly == settled(3, 3)

    def test_bridges_rest_weeks(self) -> None:
        past = perfect(-3, -1)
        assert standing(-1, past).weekly == settled(1, 1)
        assert standing(-1, past, rest_week(-10)).weekly == settled(2, 2)
        assert standing(-1, past, rest_week(-10)).run("warm") == settled(2, 2)

    def test_a_running_rest_week_has_nothing_pending(self) -> None:
        stands = standing(3, perfect(-1), rest_week(5))
        assert (stands.weekly, stands.run("give")) == (settled(1, 1), settled(1, 1))

    @pytest.mark.parametrize(("threshold", "current"), [(0, 1), (20, 1), (21, 0), (100, 0)])
    def test_follows_the_threshold(self, threshold: int, current: int) -> None:
        # Warm alone of the five habits that are active: 20.
        kept = pages([-7, -6], "warm")
        assert standing(-1, kept, settings(weekly_threshold=threshold)).weekly.current == current

    def test_a_habit_runs_by_its_own_target(self) -> None:
        stands = standing(0, pages([-14, -13, -7, -6], "warm"), pages([-5], "give"))
        assert (stands.run("warm"), stands.run("give")) == (pending(2, 2), pending(0, 0))
        assert stands.run("follow") == settled(0, 0)


class TestStrength:
    @pytest.mark.parametrize(("empty", "figure"), [(0, 100.0), (1, 82.2), (2, 67.9), (4, 46.7)])
    def test_of_twelve_perfect_weeks_and_some_empty_ones(self, empty: int, figure: float) -> None:
        stands = standing(7 * empty, perfect(*range(-12, 0)))
        for key in ("warm", "anywhere", "open", "listen", "give", None):
            strength = stands.strength(key)
            assert strength is not None
            assert round(strength, 1) == figure

    def test_follow_through_rests_in_weeks_with_nothing_due(self) -> None:
        assert standing(28, perfect(*range(-12, 0))).strength("follow") == 100.0

    def test_rest_weeks_are_skipped(self) -> None:
        resting = [rest_week(2), rest_week(9)]
        assert standing(14, perfect(*range(-12, 0)), resting).strength(None) == 100.0

    def test_the_running_week_is_not_in_it(self) -> None:
        assert standing(3, pages([0], "give")).strength("give") is None


class TestChanges:
    def test_each_is_followed_at_once(self) -> None:
        book = Records()
        stands = Standing(book, day(2))
        assert stands.daily.current == 0
        change(book, stands, None, page(2, "give"))
        assert (stands.daily.current, stands.week(day(0)).habits[5].kept_days) == (1, 1)
        change(book, stands, page(2, "give"), page(2, "warm", "give"))
        assert [habit.kept_days for habit in stands.week(day(0)).habits] == [1, 0, 0, 0, 0, 1]
        change(book, stands, page(2, "warm", "give"), None)
        assert (stands.daily.current, stands.first_week) == (0, None)

    def test_before_the_first_look_are_seen_too(self) -> None:
        book = Records()
        stands = Standing(book, day(2))
        change(book, stands, None, page(2, "give"))
        assert stands.daily.current == 1

    def test_an_earlier_first_record_makes_earlier_weeks(self) -> None:
        book = records(pages([0, 1], "give"))
        stands = Standing(book, day(7))
        assert stands.run("give") == pending(1, 1)
        for n in (-7, -6):
            change(book, stands, None, favour(n))
        assert (stands.first_week, stands.run("give")) == (day(-7), pending(2, 2))

    def test_a_follow_up_closed_late_changes_each_week_it_was_open_in(self) -> None:
        open_, closed = followup(0, 2), followup(0, 2, step("done", 1))
        book = records(open_)
        stands = Standing(book, day(20))
        assert [stands.week(day(n)).habits[4].credit for n in (0, 7, 14)] == [0.0, 0.0, 0.0]
        change(book, stands, open_, closed)
        assert [stands.week(day(n)).habits[4].credit for n in (0, 7, 14)] == [1.0, None, None]

    def test_a_rest_week_comes_and_goes(self) -> None:
        book = records(perfect(-3, -1))
        stands = Standing(book, day(-1))
        assert stands.weekly.current == 1
        change(book, stands, None, rest_week(-8))
        assert (stands.weekly.current, stands.week(day(-14)).rest) == (2, True)
        change(book, stands, rest_week(-8), None)
        assert stands.weekly.current == 1

    def test_the_setting_of_the_week_start_moves_all_weeks(self) -> None:
        book = records(pages([5, 6], "give"), settings())
        stands = Standing(book, day(7))
        assert stands.run("give") == pending(1, 1)
        change(book, stands, settings(), settings(week_start=6))
        assert (stands.run("give"), stands.this_week) == (pending(0, 0), day(6))

    def test_a_conversation_moved_to_another_day(self) -> None:
        there, here = talk(-7, setting="gym", ref="one"), talk(1, setting="gym", ref="one")
        book = records(there)
        stands = Standing(book, day(2))
        assert stands.first_week == day(-7)
        change(book, stands, there, here)
        assert (stands.first_week, stands.week(day(0)).habits[1].kept_days) == (day(0), 1)

    def test_tomorrow_makes_today_pending(self) -> None:
        stands = standing(6, pages([5, 6], "give"))
        assert (stands.daily, stands.today) == (settled(2, 2), day(6))
        stands.at(day(7))
        assert (stands.daily, stands.this_week, stands.run("give")) == (pending(2, 2), day(7), pending(1, 1))

    def test_of_several_settings_the_latest_holds(self) -> None:
        old = settings(week_start=6)
        new = Settings(id="other", created=STAMP, updated=STAMP.replace(year=2027), week_start=5)
        assert standing(0, new, old).settings == new
