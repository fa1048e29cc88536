package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.notice.Notice;
import dibs.backend.outage.Outages;
import dibs.backend.person.PersonRef;
import dibs.backend.reminder.EndReminders;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holders are reminded of the ends of their leases, half an hour and five minutes before: each once, and of no end that is none any more. */
abstract class ReminderContract extends StoreKit {
    private static final Environment SIGNING = Scene.exclusive("dev-signing");
    private static final Environment TREE = Scene.exclusive("dev-tree");
    private static final Catalog CATALOG = new Catalog(List.of(SIGNING, TREE), Map.of());
    private static final Duration HALF = HOUR.dividedBy(2);

    private EndReminders reminders;

    ReminderContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void start() {
        reminders = process();
    }

    private EndReminders process() {
        return new EndReminders(scene.transactor, () -> CATALOG, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void eachLeadIsRemindedOfOnceWhoeverLooks() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        assertThat(told(scene.ann)).isEmpty();
        scene.clock.advance(HALF.minusMillis(1));
        assertThat(told(scene.ann)).isEmpty();

        scene.clock.advance(Duration.ofMillis(1));
        assertThat(told(scene.ann)).containsExactly(nears(SIGNING, lease));
        reminders = process();
        assertThat(told(scene.ann)).hasSize(1);
        assertThat(leads(lease)).containsExactly(HALF);

        scene.clock.advance(Duration.ofMinutes(25));
        // The earlier one, which nobody has read so far, makes way.
        assertThat(told(scene.ann)).containsExactly(nears(SIGNING, lease));
        assertThat(leads(lease)).containsExactlyInAnyOrder(HALF, Duration.ofMinutes(5));
        assertThat(reminders.run(scene.clock.instant())).isZero();
    }

    @Test
    void anotherEndIsRemindedOfAnew() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HALF);
        assertThat(told(scene.ann)).hasSize(1);

        scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann));
        assertThat(told(scene.ann)).isEmpty();

        scene.clock.advance(HOUR);
        assertThat(told(scene.ann)).containsExactly(nears(SIGNING, scene.find(lease)));
    }

    @Test
    void whatWasMissedIsSaidOnceForEachLeaseThatIsStillHeld() {
        Lease signing = scene.granted(scene.ann, SIGNING);
        Lease tree = scene.granted(scene.ann, TREE);
        scene.clock.advance(Duration.ofMinutes(57));
        assertThat(told(scene.ann)).containsExactlyInAnyOrder(nears(SIGNING, signing), nears(TREE, tree));
        assertThat(leads(tree)).hasSize(2);

        scene.granted(scene.bob, Scene.exclusive("dev-addon"));
        scene.clock.advance(HOUR);
        assertThat(told(scene.bob)).isEmpty();
    }

    @Test
    void whoeverWantsNoneOrAnEarlierOneHasIt() {
        scene.granted(scene.ann, SIGNING);
        scene.claim(scene.bob, HOUR.multipliedBy(3), TREE);
        assertThat(told(scene.bob)).isEmpty();
        scene.directory.set(scene.ann.id(), Optional.empty(), Optional.empty(), Optional.of(Duration.ZERO));
        scene.directory.set(scene.bob.id(), Optional.empty(), Optional.empty(), Optional.of(HOUR.multipliedBy(2)));

        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(told(scene.ann)).isEmpty();
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(told(scene.bob)).hasSize(1);
    }

    @Test
    void theNoticeOfAnOutageStandsForTheReminderAndTheNextLeadFollows() {
        Outages outages = new Outages(scene.transactor);
        outages.beat(scene.clock.instant());
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR.multipliedBy(2));
        outages.beat(scene.clock.instant());
        assertThat(told(scene.ann)).isEmpty();

        scene.clock.advance(Duration.ofMinutes(25));
        assertThat(told(scene.ann)).containsExactly(nears(SIGNING, scene.find(lease)));
    }

    @Test
    void aReminderThatRacesWithAnExtendOrAReleaseIsOfNoOtherEnd() {
        int rounds = Scale.of(9, 300);
        for (int round = 0; round < rounds; round++) {
            scene.clock.set(Scene.MONDAY.plus(Duration.ofDays(7L * round)));
            Lease lease = scene.granted(scene.ann, SIGNING);
            scene.clock.advance(HALF);
            int what = round % 3;
            Crowd.together(5, i -> () -> switch (i == 0 ? what : -1) {
                case 0 -> scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann));
                case 1 -> scene.release(scene.ann, SIGNING);
                default -> process().run(scene.clock.instant());
            });

            List<Notice> told = told(scene.ann);
            if (what == 2) {
                assertThat(told).containsExactly(nears(SIGNING, lease));
            } else {
                assertThat(told).isEmpty();
            }
            scene.release(scene.ann, SIGNING);
        }
    }

    /** The reminders that the person has not read, after a look at what is due. */
    private List<Notice> told(PersonRef person) {
        Instant now = scene.clock.instant();
        while (reminders.run(now) > 0) {
            // Until nothing is left.
        }
        return scene.unheard(person).stream()
                .filter(Notice.EndNears.class::isInstance)
                .toList();
    }

    private Set<Duration> leads(Lease lease) {
        return scene.read(tx -> tx.reminders().sent(lease.id(), lease.until())).keySet();
    }

    private static Notice nears(Environment environment, Lease lease) {
        return new Notice.EndNears(environment.id(), lease.token().value(), lease.until(), Notice.Standing.OPEN);
    }
}
