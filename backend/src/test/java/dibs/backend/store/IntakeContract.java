package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.Credential;
import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Position;
import dibs.backend.intake.RoomNote;
import dibs.backend.intake.Sending;
import dibs.backend.intake.SendingRows.Attempt;
import dibs.backend.intake.SendingRows.DeadSending;
import dibs.backend.person.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an account has heard, what it is to send, and how it is signed in. */
abstract class IntakeContract extends StoreKit {
    private static final AccountId DIBS = new AccountId("matrix:@dibs:hs.test");
    private static final AccountId OTHER = new AccountId("matrix:@other:hs.test");
    private static final AccountId ANN = new AccountId("matrix:@ann:hs.test");
    private static final LeaseMeant LEASE = new LeaseMeant(new EnvironmentId("dev-signing"), 3);
    private static final String ROOM = "!room:hs.test";
    private static final Duration AN_ATTEMPT = Duration.ofMinutes(2);

    IntakeContract(TestStore store) {
        super(store);
    }

    @Test
    void anAccountGoesOnWhereItWasAfterARestart() {
        assertThat(this.<Position>read(tx -> tx.intake().position(DIBS))).isEqualTo(Position.NONE);
        write(tx -> {
            tx.intake().filter(DIBS, Optional.of("f1"), now());
            tx.intake().since(DIBS, Optional.of("s1"), now());
            tx.intake().since(DIBS, Optional.of("s2"), now());
            return true;
        });
        restart();

        assertThat(this.<Position>read(tx -> tx.intake().position(DIBS)))
                .isEqualTo(new Position(Optional.of("s2"), Optional.of("f1")));
        assertThat(this.<Position>read(tx -> tx.intake().position(OTHER))).isEqualTo(Position.NONE);

        write(tx -> {
            tx.intake().since(DIBS, Optional.empty(), now());
            return true;
        });
        assertThat(this.<Position>read(tx -> tx.intake().position(DIBS)).since())
                .isEmpty();
    }

    @Test
    void anEventIsHeardOnceWhateverCameOfIt() {
        HeardEvent first = new HeardEvent("$1", ROOM, "@ann:hs.test", "granted", Optional.of(LEASE), now());
        assertThat(this.<Boolean>write(tx -> tx.intake().heard(DIBS, first))).isTrue();
        HeardEvent again = new HeardEvent("$1", ROOM, "@eve:hs.test", "released", now());
        assertThat(this.<Boolean>write(tx -> tx.intake().heard(DIBS, again))).isFalse();
        assertThat(this.<Boolean>write(tx -> tx.intake().heard(OTHER, again))).isTrue();

        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().find(DIBS, "$1")))
                .contains(first);
        write(tx -> {
            tx.intake().outcome(DIBS, "$1", "released", Optional.empty());
            return true;
        });
        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().find(DIBS, "$1"))
                        .orElseThrow())
                .extracting(HeardEvent::outcome, HeardEvent::lease)
                .containsExactly("released", Optional.empty());
    }

    @Test
    void ofManyAtOnceOneHearsTheEvent() {
        List<Boolean> heard = Crowd.together(
                8,
                member -> () -> write(tx ->
                        tx.intake().heard(DIBS, new HeardEvent("$1", ROOM, "@ann:hs.test", "by " + member, now()))));
        assertThat(heard).containsOnlyOnce(true);
    }

    @Test
    void theLastEventOfARoomIsTheOneThatWasHeardLastAndOldOnesAreForgotten() {
        hear("$9");
        scene.clock.advance(HOUR);
        hear("$1");
        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().last(DIBS, ROOM))
                        .orElseThrow()
                        .id())
                .isEqualTo("$1");
        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().last(DIBS, "!other:hs.test")))
                .isEmpty();

        assertThat(this.<Integer>write(tx -> tx.intake().purge(now()))).isEqualTo(1);
        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().find(DIBS, "$9")))
                .isEmpty();
        assertThat(this.<Optional<HeardEvent>>read(tx -> tx.intake().find(DIBS, "$1")))
                .isPresent();
    }

    @Test
    void whatIsRememberedOfARoomIsReplacedAndForgotten() {
        RoomNote note = new RoomNote("!new:hs.test", now());
        write(tx -> {
            tx.intake().note(DIBS, ROOM, "successor", new RoomNote("!old:hs.test", now()));
            tx.intake().note(DIBS, ROOM, "successor", note);
            return true;
        });
        assertThat(this.<Optional<RoomNote>>read(tx -> tx.intake().note(DIBS, ROOM, "successor")))
                .contains(note);
        assertThat(this.<Map<String, RoomNote>>read(tx -> tx.intake().notes(DIBS, "successor")))
                .containsOnlyKeys(ROOM);
        assertThat(this.<Optional<RoomNote>>read(tx -> tx.intake().note(DIBS, ROOM, "encrypted")))
                .isEmpty();
        write(tx -> {
            tx.intake().forget(DIBS, ROOM, "successor");
            return true;
        });
        assertThat(this.<Map<String, RoomNote>>read(tx -> tx.intake().notes(DIBS, "successor")))
                .isEmpty();
    }

    @Test
    void whatIsUrgentGoesFirstAndTheSameTransactionOnce() {
        put("b1", Sending.Kind.ANNOUNCEMENT);
        put("d1", Sending.Kind.DIRECT);
        put("e1", Sending.Kind.REACTION);
        put("r1", Sending.Kind.REPLY);
        put("r2", Sending.Kind.REPLY);
        assertThat(put("r1", Sending.Kind.ANNOUNCEMENT)).isFalse();

        assertThat(due()).containsExactly("r1", "e1", "d1", "b1");
        assertThat(this.<List<Sending>>read(tx -> tx.sendings().due(OTHER, now(), 3, 10)))
                .isEmpty();
        assertThat(this.<Integer>read(tx -> tx.sendings().waiting(DIBS))).isEqualTo(5);
    }

    @Test
    void whatWaitsInARoomWaitsForWhatCameBeforeItUntilThatWasTriedTimeAndAgain() {
        put("r1", Sending.Kind.REPLY);
        put("r2", Sending.Kind.REPLY);
        for (int tries = 1; tries <= 3; tries++) {
            Attempt attempt = take("r1").orElseThrow();
            assertThat(due()).as("while it is tried").isEmpty();
            later(attempt, now().plusSeconds(60));
            assertThat(due()).as("after %d tries", tries).isEqualTo(tries < 3 ? List.of() : List.of("r2"));
            scene.clock.advance(Duration.ofSeconds(60));
        }
        assertThat(due()).containsExactly("r1", "r2");
    }

    @Test
    void ofWhatNobodyNeedsAnyMoreOnlyTheNewestIsLeft() {
        put("e1", Sending.Kind.REACTION);
        put("r1", Sending.Kind.REPLY);
        scene.clock.advance(HOUR);
        List.of("e2", "e3", "e4").forEach(it -> put(it, Sending.Kind.REACTION));

        assertThat(this.<Integer>write(tx -> tx.sendings().forget(DIBS, Sending.Kind.REACTION, now(), now())))
                .isEqualTo(1);
        assertThat(this.<Integer>write(
                        tx -> tx.sendings().forgetAllBut(DIBS, Sending.Kind.REACTION, "!other:hs.test", 0, now())))
                .isZero();
        assertThat(this.<Integer>write(tx -> tx.sendings().forgetAllBut(DIBS, Sending.Kind.REACTION, ROOM, 2, now())))
                .isEqualTo(1);
        assertThat(due()).containsExactly("r1", "e3");

        write(tx -> {
            tx.sendings().sent(sending("e3", Sending.Kind.REACTION, List.of()), "$e3", now());
            tx.sendings().sent(sending("r1", Sending.Kind.REPLY, List.of()), "$r1", now());
            return true;
        });
        scene.clock.advance(HOUR);
        assertThat(this.<Integer>write(tx -> tx.sendings().purge(Sending.Kind.REACTION, now())))
                .isEqualTo(1);
        assertThat(this.<Optional<Sending>>read(tx -> tx.sendings().find(DIBS, "$r1")))
                .isPresent();
        assertThat(due()).containsExactly("e4");
    }

    @Test
    void aSendingIsOneProcessesAtATimeAndWhoIsLateChangesNothing() {
        put("r1", Sending.Kind.REPLY);
        Attempt slow = take("r1").orElseThrow();
        assertThat(take("r1")).isEmpty();
        assertThat(due()).isEmpty();
        assertThat(this.<Optional<Instant>>read(tx -> tx.sendings().next(DIBS, now())))
                .contains(slow.until());

        scene.clock.advance(AN_ATTEMPT);
        Attempt second = take("r1").orElseThrow();
        assertThat(second.before()).isEqualTo(1);
        later(slow, now().plus(HOUR));
        later(second, now().plusSeconds(5));
        assertThat(this.<Optional<Instant>>read(tx -> tx.sendings().next(DIBS, now())))
                .contains(now().plusSeconds(5));
        scene.clock.advance(Duration.ofSeconds(5));
        assertThat(due()).containsExactly("r1");
    }

    @Test
    void whatIsSentIsKnownByItsEventAndItsReactionsMeanSomething() {
        Offer extend = new Offer("⏱️", "extend dev-signing by 1h", Optional.of(LEASE), Optional.of(ANN));
        Offer wait = new Offer("🔔", "wait dev-signing", Optional.empty(), Optional.empty());
        Sending sending = sending("r1", Sending.Kind.REPLY, List.of(extend, wait));
        write(tx -> tx.sendings().put(sending));
        write(tx -> {
            tx.sendings().sent(sending, "$sent", now());
            tx.sendings().sent(sending, "$sent", now());
            return true;
        });
        restart();

        assertThat(due()).isEmpty();
        assertThat(this.<Boolean>write(tx -> tx.sendings().put(sending))).isFalse();
        assertThat(this.<Optional<Sending>>read(tx -> tx.sendings().find(DIBS, "$sent")))
                .contains(sending);
        assertThat(this.<Optional<Offer>>read(tx -> tx.offers().find(DIBS, ROOM, "$sent", "⏱️")))
                .contains(extend);
        assertThat(this.<Optional<Offer>>read(tx -> tx.offers().find(DIBS, "!other:hs.test", "$sent", "⏱️")))
                .isEmpty();
        assertThat(this.<List<Offer>>read(tx -> tx.offers().of(DIBS, ROOM, "$sent")))
                .containsExactlyInAnyOrder(extend, wait);
        assertThat(this.<List<Offer>>read(tx -> tx.offers().of(DIBS, "!other:hs.test", "$sent")))
                .isEmpty();

        write(tx -> {
            tx.offers().put(DIBS, ROOM, "$sent", List.of(wait), now());
            return true;
        });
        assertThat(this.<List<Offer>>read(tx -> tx.offers().of(DIBS, ROOM, "$sent")))
                .containsExactly(wait);
        scene.clock.advance(HOUR);
        assertThat(this.<Integer>write(tx -> tx.offers().purge(now()))).isEqualTo(1);
        assertThat(this.<Integer>write(tx -> tx.sendings().purge(now()))).isEqualTo(1);
        assertThat(this.<Optional<Sending>>read(tx -> tx.sendings().find(DIBS, "$sent")))
                .isEmpty();
    }

    @Test
    void whatIsTooOldOrRefusedIsGivenUpAndKept() {
        put("old", Sending.Kind.REPLY);
        scene.clock.advance(Duration.ofHours(23));
        Sending refused = sending("refused", Sending.Kind.REPLY, List.of());
        write(tx -> tx.sendings().put(refused));
        put("new", Sending.Kind.REPLY);
        scene.clock.advance(HOUR.plusMillis(1));

        assertThat(this.<Integer>write(tx -> tx.sendings().expire(DIBS, now().minus(Duration.ofDays(1)), now())))
                .isEqualTo(1);
        scene.clock.advance(Duration.ofMillis(1));
        write(tx -> {
            tx.sendings().dead(refused, now(), "M_FORBIDDEN " + "x".repeat(5_000));
            return true;
        });

        assertThat(due()).containsExactly("new");
        List<DeadSending> dead = read(tx -> tx.sendings().dead(DIBS, 10));
        assertThat(dead).extracting(it -> it.sending().transaction()).containsExactly("refused", "old");
        assertThat(dead.getFirst().fault()).startsWith("M_FORBIDDEN").hasSize(500);
        assertThat(this.<Integer>write(tx -> tx.sendings().purge(now()))).isEqualTo(2);
        assertThat(due()).containsExactly("new");
    }

    @Test
    void aSigningInIsKeptAndNeverShown() {
        Credential first = new Credential("dibs", DIBS, "DEV1", "secret-token", Optional.of("secret-refresh"));
        write(tx -> {
            tx.credentials().keep(first, now());
            return true;
        });
        restart();
        assertThat(this.<Optional<Credential>>read(tx -> tx.credentials().find("dibs")))
                .contains(first);
        assertThat(first.toString()).contains("DEV1").doesNotContain("secret");

        Credential second = new Credential("dibs", DIBS, "DEV1", "other", Optional.empty());
        write(tx -> {
            tx.credentials().keep(second, now());
            return true;
        });
        assertThat(this.<Optional<Credential>>read(tx -> tx.credentials().find("dibs")))
                .contains(second);
        write(tx -> {
            tx.credentials().forget("dibs");
            return true;
        });
        assertThat(this.<Optional<Credential>>read(tx -> tx.credentials().find("dibs")))
                .isEmpty();
    }

    private Instant now() {
        return scene.clock.instant();
    }

    private <R> R read(Function<Session, R> work) {
        return scene.transactor.read(work);
    }

    private <R> R write(Function<Session, R> work) {
        return scene.transactor.write(work);
    }

    private void hear(String event) {
        write(tx -> tx.intake().heard(DIBS, new HeardEvent(event, ROOM, "@ann:hs.test", "granted", now())));
    }

    private Sending sending(String transaction, Sending.Kind kind, List<Offer> offers) {
        return new Sending(DIBS, transaction, ROOM, "m.room.message", "{\"body\":\"Hi\"}", kind, offers, now());
    }

    private boolean put(String transaction, Sending.Kind kind) {
        return write(tx -> tx.sendings().put(sending(transaction, kind, List.of())));
    }

    private List<String> due() {
        return read(tx -> tx.sendings().due(DIBS, now(), 3, 10)).stream()
                .map(Sending::transaction)
                .toList();
    }

    private Optional<Attempt> take(String transaction) {
        return write(tx ->
                tx.sendings().take(sending(transaction, Sending.Kind.REPLY, List.of()), now(), now().plus(AN_ATTEMPT)));
    }

    private void later(Attempt attempt, Instant next) {
        write(tx -> {
            tx.sendings().later(attempt, next, "too often");
            return true;
        });
    }
}
