package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyBook;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicyVersion;
import dibs.backend.policy.SubjectTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store counts what was in force: each state of the file once, with what changed, who changed it and why. */
abstract class PolicyBookContract extends StoreKit {
    private HandmadePolicy file = new HandmadePolicy();

    PolicyBookContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void begin() {
        file = new HandmadePolicy();
    }

    @Test
    void theFirstPolicyIsTheFirstVersion() {
        PolicyVersion version = takeUp(new HandmadePolicy());

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.loadedAt()).isEqualTo(scene.clock.instant());
        assertThat(version.revision()).isEqualTo(new Policy.Revision("releng", "the first rules"));
        assertThat(changes()).containsExactly("first version, with 3 rules");
    }

    @Test
    void whatSaysTheSameIsTheSameVersion() {
        PolicyVersion first = takeUp(new HandmadePolicy());
        scene.clock.advance(Duration.ofHours(1));

        assertThat(takeUp(new HandmadePolicy().revised("somebody", "nothing changed")))
                .isEqualTo(first);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void eachRuleThatChangedIsALineOfHistory() {
        takeUp(file);
        scene.clock.advance(Duration.ofHours(1));
        file.put(HandmadePolicy.rule("R1", "production keeps off", Effect.OBLIGE))
                .put(HandmadePolicy.rule("R4", "one more", Effect.ADVISE))
                .remove("R2")
                .put("stage", new SubjectTest.HasAny("service"))
                .readingIsSaid()
                .revised("ann", "the page says so now");

        PolicyVersion version = takeUp(file);

        assertThat(version.number()).isEqualTo(2);
        assertThat(changes())
                .containsExactlyInAnyOrder(
                        "first version, with 3 rules",
                        "rule R1 changed",
                        "rule R4 added",
                        "rule R2 removed",
                        "class stage added, access read-only changed");
        HistoryEvent newest = scene.history().getFirst();
        assertThat(newest.at()).isEqualTo(scene.clock.instant());
        assertThat(newest.details())
                .containsAllEntriesOf(Map.of("by", "ann", "purpose", "the page says so now", "version", "2"));
        assertThat(book().newest(10).getFirst().changes().stream().map(PolicyChange::toString))
                .containsExactly(
                        "access read-only changed",
                        "class stage added",
                        "rule R1 changed",
                        "rule R2 removed",
                        "rule R4 added");
    }

    @Test
    void theOrderOfRulesCountsAndThatOfClassesDoesNot() {
        takeUp(file.put("stage", new SubjectTest.HasAny("service")));
        HandmadePolicy other = new HandmadePolicy()
                .put("a-stage", new SubjectTest.HasAny("service"))
                .put("stage", new SubjectTest.HasAny("service"));
        takeUp(other);
        assertThat(changes()).first().isEqualTo("class a-stage added");

        takeUp(other.turnedAround());
        assertThat(changes()).first().isEqualTo("order rule changed");
    }

    @Test
    void goingBackIsAChangeToo() {
        takeUp(new HandmadePolicy());
        scene.clock.advance(Duration.ofHours(1));
        takeUp(new HandmadePolicy().remove("R3"));
        scene.clock.advance(Duration.ofHours(1));

        assertThat(takeUp(new HandmadePolicy()).number()).isEqualTo(3);
        assertThat(changes()).containsExactly("rule R3 added", "rule R3 removed", "first version, with 3 rules");
    }

    @Test
    void aRuleIsAsOldAsItsLastChange() {
        PolicyBook book = book();
        PolicyVersion first = book.takeUp(file.policy(), scene.clock.instant());
        scene.clock.advance(Duration.ofDays(1));
        PolicyVersion second = book.takeUp(
                file.put(HandmadePolicy.rule("R1", "other", Effect.FORBID)).policy(), scene.clock.instant());
        scene.clock.advance(Duration.ofDays(1));
        PolicyVersion third = book.takeUp(file.remove("R2").policy(), scene.clock.instant());

        assertThat(book.since("R1", third)).contains(second);
        assertThat(book.since("R1", first)).contains(first);
        assertThat(book.since("R3", third)).contains(first);
        assertThat(book.find(3)).contains(third);
        assertThat(book.find(4)).isEmpty();
    }

    @Test
    void whoeverBeganUnderThePolicyBeforeKeepsItsNumber() {
        PolicyBook book = book();
        Policy before = file.policy();
        book.takeUp(before, scene.clock.instant());
        Policy after = file.remove("R2").policy();
        book.takeUp(after, scene.clock.instant());

        assertThat(book.version(before).number()).isEqualTo(1);
        assertThat(book.version(after).number()).isEqualTo(2);
        Policy never = file.policy();
        assertThatThrownBy(() -> book.version(never)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherProcessFindsTheVersionsThere() {
        PolicyVersion version = takeUp(file);
        restart();

        assertThat(takeUp(file)).isEqualTo(version);
        assertThat(book().newest(10)).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isEqualTo(version);
            assertThat(entry.changes()).isEmpty();
        });
    }

    @Test
    void whatANewerProgramKeptInAPolicyIsPassedOver() {
        takeUp(file);
        store.run("update policy_version set parts = '{\"rule R1\": \"{}\", \"colour red\": \"{}\"}', hash = 'x'");

        assertThat(takeUp(file).number()).isEqualTo(2);
        assertThat(changes()).contains("rule R1 changed", "rule R2 added", "rule R3 added");
    }

    @Test
    void manyThatTakeTheSamePolicyUpAtOnceWriteItOnce() {
        for (int round = 1; round <= 10; round++) {
            file.put(HandmadePolicy.rule("R1", "round " + round, Effect.FORBID));

            List<PolicyVersion> versions = Crowd.together(8, i -> () -> takeUp(file));

            assertThat(versions).containsOnly(versions.getFirst());
            assertThat(versions.getFirst().number()).isEqualTo(round);
        }
        assertThat(changes()).hasSize(10);
    }

    private PolicyVersion takeUp(HandmadePolicy policy) {
        return book().takeUp(policy.policy(), scene.clock.instant());
    }

    /** A process's own. */
    private PolicyBook book() {
        return new PolicyBook(scene.transactor);
    }

    private List<String> changes() {
        return scene.history().stream()
                .filter(event -> event.what() == What.POLICY_CHANGED)
                .map(event -> Optional.ofNullable(event.details().get("change")).orElse(""))
                .toList();
    }
}
