package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Health;
import dibs.backend.health.HealthState;
import dibs.backend.health.IncidentLine;
import dibs.backend.health.IncidentLine.What;
import dibs.backend.health.Observation;
import dibs.backend.health.ProbeSpec;
import dibs.backend.health.Sign;
import dibs.backend.health.Target;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import dibs.backend.health.Unwatched;
import dibs.backend.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of looks: states, incidents, notices; kept over a restart, and small. */
abstract class HealthContract extends HealthKit {
    HealthContract(TestStore store) {
        super(store);
    }

    @Test
    void twoLooksInARowChangeWhatStandsAndARestartForgetsNothing() {
        passing(AUTH);
        look(AUTH, Sign.FAILED);
        assertThat(state(AUTH).health()).isEqualTo(Health.PASSING);
        Instant first = scene.clock.instant();
        scene.clock.advance(MINUTE);
        Instant then = scene.clock.instant();
        restart();
        scene.clock.set(then);
        see(AUTH, Sign.FAILED, "503", Optional.empty());

        assertThat(state(AUTH).health()).isEqualTo(Health.FAILING);
        assertThat(state(AUTH).since()).isEqualTo(first);
        assertThat(state(AUTH).sentence()).isEqualTo("503");
    }

    @Test
    void whatUsesWhatFailsIsPartOfItsIncidentAndTheLastToRecoverEndsIt() {
        passing(AUTH, SHIP);
        failing(AUTH, SHIP);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.root()).isEqualTo(AUTH.id());
            assertThat(incident.lines()).extracting(IncidentLine::environment).containsExactly(AUTH.id(), SHIP.id());
        });
        assertThat(health().now(catalog, now()).cause(state(SHIP))).contains(AUTH.id());
        assertThat(health().now(catalog, now()).cause(state(AUTH))).isEmpty();
        assertThat(health().now(catalog, now()).symptoms(AUTH.id())).containsExactly(SHIP.id());

        passing(AUTH);
        assertThat(incidents().getFirst().closed()).isEmpty();
        passing(SHIP);
        assertThat(incidents().getFirst().closed()).contains(now().minus(MINUTE));
        assertThat(incidents().getFirst().lines())
                .extracting(IncidentLine::health)
                .containsExactly(Health.FAILING, Health.FAILING, Health.PASSING, Health.PASSING);
    }

    @Test
    void aCauseThatIsSeenLateTakesTheIncidentOver() {
        passing(AUTH, SHIP);
        failing(SHIP);
        scene.clock.advance(MINUTE);
        failing(AUTH);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.root()).isEqualTo(AUTH.id());
            assertThat(incident.lines())
                    .extracting(IncidentLine::what)
                    .containsExactly(What.TURNED, What.CAUSE, What.TURNED);
        });
    }

    @Test
    void aCircleHasOneCause() {
        passing(SHIP, STORE);
        failing(SHIP);
        scene.clock.advance(MINUTE);
        failing(STORE);

        assertThat(health().now(catalog, now()).cause(state(STORE))).contains(SHIP.id());
        assertThat(health().now(catalog, now()).cause(state(SHIP))).isEmpty();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void whatIsFirstKnownOfItIsToldNobody() {
        watch(scene.bob, AUTH);
        failing(AUTH);
        assertThat(state(AUTH).health()).isEqualTo(Health.FAILING);
        assertThat(incidents()).isEmpty();
        assertThat(told(scene.bob)).isEmpty();

        passing(AUTH);
        assertThat(told(scene.bob)).hasSize(1);
        failing(AUTH);
        assertThat(incidents()).hasSize(1);
        assertThat(told(scene.bob)).hasSize(2);
    }

    @Test
    void whatNobodyLooksAtIsUnknownAndComesBackWithoutAWord() {
        watch(scene.bob, AUTH);
        passing(AUTH);
        scene.clock.advance(Duration.ofMinutes(10));
        assertThat(state(AUTH).health()).as("at read").isEqualTo(Health.UNKNOWN);
        assertThat(book().silence(now())).isEqualTo(1);
        assertThat(book().silence(now())).isZero();
        assertThat(state(AUTH).health()).isEqualTo(Health.UNKNOWN);
        passing(AUTH);
        assertThat(state(AUTH).health()).isEqualTo(Health.PASSING);
        assertThat(told(scene.bob)).isEmpty();
    }

    @Test
    void toAndFroIsFlappingUntilItIsQuiet() {
        watch(scene.bob, AUTH);
        passing(AUTH);
        for (int i = 0; i < 4; i++) {
            failing(AUTH);
            passing(AUTH);
        }
        assertThat(state(AUTH).flapping()).isPresent();
        assertThat(state(AUTH).health()).isEqualTo(Health.FAILING);
        assertThat(state(AUTH).turns()).hasSize(8);
        assertThat(incidents()).as("fails again within the incident").hasSize(1);
        int heard = told(scene.bob).size();
        assertThat(heard).isEqualTo(HealthState.FLAPS);

        for (int i = 0; i < 8; i++) {
            look(AUTH, Sign.PASSING);
            scene.clock.advance(MINUTE);
        }
        assertThat(book().calm(now())).isZero();
        scene.clock.advance(MINUTE);
        assertThat(book().calm(now())).isEqualTo(1);
        assertThat(book().calm(now())).isZero();
        assertThat(state(AUTH).flapping()).isEmpty();
        assertThat(state(AUTH).health()).isEqualTo(Health.PASSING);
        assertThat(incidents().getFirst().closed()).isPresent();
        assertThat(told(scene.bob)).hasSize(heard + 1);
    }

    @Test
    void anotherCommitIsADeployAndTheFirstIsNone() {
        see(AUTH, Sign.PASSING, "fine", Optional.of("one"));
        assertThat(state(AUTH).deploy().orElseThrow().at()).isEmpty();
        scene.clock.advance(MINUTE);
        see(AUTH, Sign.PASSING, "fine", Optional.of("two"));
        assertThat(state(AUTH).deploy().orElseThrow().at()).contains(now());
        assertThat(health().details(AUTH.id(), now()).deploys())
                .singleElement()
                .satisfies(deploy -> assertThat(deploy.what().commit()).contains("two"));
    }

    @Test
    void uptimeIsOfTheTimeThatIsKnown() {
        passing(AUTH);
        for (int i = 0; i < 90; i++) {
            look(AUTH, i < 60 ? Sign.PASSING : Sign.FAILED);
            scene.clock.advance(MINUTE);
        }
        var day = health().details(AUTH.id(), now()).uptimes().getFirst();
        assertThat(day.known()).isEqualTo(Duration.ofMinutes(92));
        assertThat(day.up()).isEqualTo(Duration.ofMinutes(62));
        assertThat(day.hundredths()).contains(6739);
    }

    @Test
    void whoWatchesATreeHearsOnceOfEachStateAlsoAfterLooksThatCouldNotReadIt() {
        watch(scene.bob, AUTH);
        tree(Optional.of(TreeState.OPEN), "the tree is open");
        tree(Optional.of(TreeState.CLOSED), "the tree is closed: signing: down");
        Instant closed = now();
        tree(Optional.empty(), "503");
        assertThat(health().now(catalog, now()).shut())
                .containsExactly(new Tree(AUTH.id(), TreeState.CLOSED, closed, ""));
        tree(Optional.of(TreeState.CLOSED), "the tree is closed: signing: down");
        assertThat(health().now(catalog, now()).tree(AUTH.id()))
                .contains(new Tree(AUTH.id(), TreeState.CLOSED, closed, "signing: down"));
        tree(Optional.of(TreeState.APPROVAL_REQUIRED), "the tree is approval required");

        assertThat(notices(scene.bob, Notice.TreeChanged.class))
                .containsExactly(
                        new Notice.TreeChanged(AUTH.id(), "closed", closed, "signing: down"),
                        new Notice.TreeChanged(AUTH.id(), "approval required", now(), ""));
        scene.clock.advance(Duration.ofHours(1));
        assertThat(health().now(catalog, now()).shut())
                .as("nobody has read it lately")
                .isEmpty();
    }

    private void tree(Optional<TreeState> state, String sentence) {
        scene.clock.advance(MINUTE);
        Sign sign = state.isPresent() ? Sign.PASSING : Sign.FAILED;
        book().take(List.of(new Observation(
                AUTH.id(), "tree", now(), Duration.ofMillis(1), sign, sentence, Optional.empty(), state)));
    }

    @Test
    void anotherNameCarriesWhatIsKnownAndTheIncidentGoesOn() {
        EnvironmentId old = new EnvironmentId("auth-of-old");
        for (Sign sign : List.of(Sign.PASSING, Sign.FAILED, Sign.FAILED)) {
            book().take(List.of(new Observation(old, "heartbeat", now(), Duration.ZERO, sign, sign.word())));
            scene.clock.advance(MINUTE);
        }
        look(AUTH, Sign.FAILED);
        assertThat(scene.transactor.<Boolean>write(tx -> tx.leases().rename(old, AUTH.id())))
                .isTrue();
        assertThat(state(AUTH).health()).isEqualTo(Health.FAILING);
        assertThat(health().details(AUTH.id(), now()).changes()).hasSize(2);
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.root()).isEqualTo(AUTH.id());
            assertThat(incident.environments()).containsExactly(AUTH.id());
        });
        scene.clock.advance(MINUTE);
        passing(AUTH);
        assertThat(incidents().getFirst().closed()).isPresent();
        assertThat(scene.transactor.<Boolean>write(tx -> tx.leases().rename(old, AUTH.id())))
                .isFalse();
    }

    @Test
    void anIncidentOfWhatNobodyLooksAtAnyMoreEndsOnceItIsUnknown() {
        watch(scene.bob, AUTH);
        Unwatched off = new Unwatched(scene.transactor, List::of, () -> true);
        passing(AUTH, SHIP);
        failing(AUTH, SHIP);
        int heard = told(scene.bob).size();
        assertThat(off.leave(now())).as("somebody looked just now").isZero();
        scene.clock.advance(Duration.ofMinutes(10));
        book().silence(now());
        assertThat(off.leave(now())).isEqualTo(2);
        assertThat(off.leave(now())).isZero();
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.closed()).contains(now());
            assertThat(incident.lines())
                    .extracting(IncidentLine::what)
                    .containsExactly(What.TURNED, What.TURNED, What.UNWATCHED, What.UNWATCHED);
        });
        passing(AUTH);
        assertThat(told(scene.bob)).as("a probe that is back begins anew").hasSize(heard);
    }

    @Test
    void anIncidentOfAProbeThatIsOnlySilentGoesOnUnlessProbesAreSwitchedOff() {
        ProbeSpec probe = new ProbeSpec(
                AUTH.id(), "heartbeat", new Target.Tcp("auth.example", 443), MINUTE, Duration.ofSeconds(10), false);
        passing(AUTH);
        failing(AUTH);
        scene.clock.advance(Duration.ofMinutes(10));
        book().silence(now());
        assertThat(new Unwatched(scene.transactor, () -> List.of(probe), () -> true).leave(now()))
                .isZero();
        assertThat(new Unwatched(scene.transactor, () -> List.of(probe), () -> false).leave(now()))
                .isEqualTo(1);
        assertThat(incidents().getFirst().closed()).isPresent();
    }

    /** A year of looks leaves rows for changes, and none for looks. */
    @Test
    void aYearStaysSmall() {
        int targets = SOAK ? 300 : 10;
        int days = SOAK ? 500 : 40;
        Random random = new Random(7);
        Instant begin = now();
        int looks = 0;
        for (int day = 0; day < days; day++) {
            scene.clock.set(begin.plus(Duration.ofDays(day)));
            for (int minute = 0; minute < 4; minute++) {
                List<Observation> round = new ArrayList<>();
                for (int target = 0; target < targets; target++) {
                    boolean bad = day % 10 == target % 10 && minute > 1;
                    round.add(new Observation(
                            new EnvironmentId("target-" + target),
                            "heartbeat",
                            now(),
                            Duration.ofMillis(random.nextInt(1_000)),
                            bad ? Sign.FAILED : Sign.PASSING,
                            "seen " + looks));
                    looks++;
                }
                book().take(round);
                scene.clock.advance(MINUTE);
            }
            book().silence(now().plus(Duration.ofHours(1)));
            int forgotten = 1;
            while (forgotten > 0) {
                forgotten = book().forget(now());
            }
        }
        int changes = rows("health_change");
        System.out.printf(
                "health: %d looks at %d targets on %d days leave %d changes; %d rows in all%n",
                looks, targets, days, changes, changes + rows("health_probe") + rows("health_state"));
        assertThat(rows("health_probe")).isEqualTo(targets);
        assertThat(rows("health_state")).isEqualTo(targets);
        int kept = Math.min(days, 401);
        assertThat(rows("health_change")).isLessThanOrEqualTo(targets * (2 * kept + kept / 10 + 2));
        assertThat(looks).isEqualTo(targets * days * 4);
    }

    @Test
    void twoWhoTakeTheSameLooksTakeThemOnce() {
        watch(scene.bob, AUTH);
        int rounds = SOAK ? 200 : 20;
        passing(AUTH, SHIP);
        for (int round = 0; round < rounds; round++) {
            Sign sign = round % 2 == 0 ? Sign.FAILED : Sign.PASSING;
            for (int i = 0; i < 2; i++) {
                List<Observation> seen = List.of(seen(AUTH, sign), seen(SHIP, sign));
                Crowd.together(4, member -> () -> {
                    book().take(seen);
                    return true;
                });
                scene.clock.advance(MINUTE);
            }
            scene.clock.advance(Duration.ofMinutes(7));
            book().silence(now());
        }
        assertThat(told(scene.bob)).hasSize(rounds);
        assertThat(incidents())
                .allSatisfy(incident -> assertThat(incident.lines())
                        .extracting(IncidentLine::number)
                        .doesNotHaveDuplicates());
        assertThat(rows("health_incident_line")).isEqualTo(2 * rounds);
    }
}
