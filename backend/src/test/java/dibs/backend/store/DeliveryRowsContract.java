package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.notice.DeliveryRows.Attempt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whose turn it is and who has what, of notices on their way. */
abstract class DeliveryRowsContract extends DeliveryKit {
    DeliveryRowsContract(TestStore store) {
        super(store);
    }

    @Test
    void onlyWhoHasSuchAnAccountIsDue() {
        join(scene.ann, "slack");
        put(scene.ann, 1);
        put(scene.bob, 2);

        assertThat(due("slack")).containsExactly(scene.ann);
        assertThat(due("matrix")).isEmpty();
        assertThat(due("matrix", "slack")).containsExactly(scene.ann);
    }

    @Test
    void aPlatformWhoseNameBeginsAlikeIsAnother() {
        join(scene.ann, "slacker");
        put(scene.ann, 1);

        assertThat(due("slack")).isEmpty();
    }

    @Test
    void nobodyElseHasAParcelAndWhatIsBehindItWaits() {
        put(scene.ann, 1);
        scene.clock.advance(Duration.ofMillis(1));
        put(scene.ann, 2);

        Attempt first = take(scene.ann).orElseThrow();

        assertThat(FakeMessenger.numbers(first.parcel())).containsExactly(1);
        assertThat(take(scene.ann)).isEmpty();
        assertThat(scene.unheard(scene.ann)).containsExactly(notice(2));

        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann).map(Attempt::parcel)).contains(first.parcel());
    }

    @Test
    void aParcelStaysAsItWasWhateverComesAtTheSameMoment() {
        put(scene.ann, 1);
        Attempt first = take(scene.ann).orElseThrow();
        put(scene.ann, 2);
        scene.clock.advance(AN_ATTEMPT);

        Attempt again = take(scene.ann).orElseThrow();

        assertThat(again.parcel()).isEqualTo(first.parcel());
        assertThat(again.before()).isEqualTo(1);
    }

    @Test
    void whoLostAParcelChangesNothingOfIt() {
        put(scene.ann, 1);
        Attempt slow = take(scene.ann).orElseThrow();
        scene.clock.advance(AN_ATTEMPT);
        Attempt next = take(scene.ann).orElseThrow();

        done(tx -> tx.deliveries().dead(slow, scene.clock.instant(), "too late"));

        assertThat(this.<Boolean>write(tx -> tx.deliveries().through(slow, account(scene.ann, "slack"))))
                .isFalse();
        assertThat(this.<Boolean>write(tx -> tx.deliveries().through(next, account(scene.ann, "slack"))))
                .isTrue();
        assertThat(dead()).isEmpty();
    }

    @Test
    void whatWasAcceptedIsOverEvenWhenSomebodyElseHasItByNow() {
        put(scene.ann, 1);
        Attempt slow = take(scene.ann).orElseThrow();
        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann)).isPresent();

        done(tx -> tx.deliveries().accepted(slow, "m1", scene.clock.instant()));

        scene.clock.advance(AN_ATTEMPT);
        assertThat(take(scene.ann)).isEmpty();
        assertThat(scene.unheard(scene.ann)).isEmpty();
    }
}
