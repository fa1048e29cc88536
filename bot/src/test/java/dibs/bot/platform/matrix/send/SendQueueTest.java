package dibs.bot.platform.matrix.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.intake.SendingRows.DeadSending;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.testkit.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an account sends, as people see it come. */
class SendQueueTest extends QueueScene {
    private static void untilAsleep(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void answersGoBeforeWhatPersonsAreToldAndThatBeforeAnnouncements() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform()
                .start(() -> queue.call(Kind.ANNOUNCEMENT, releng.value(), () -> {
                    begun.countDown();
                    try {
                        over.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return new Sent.Done<>("slow");
                })));
        begun.await();
        waits("t1", "an answer");
        List<Runnable> later = List.of(
                () -> says(Kind.ANNOUNCEMENT, "an announcement"), () -> says(Kind.DIRECT, "a notice"), queue::run);
        for (Runnable work : later) {
            Thread thread = Thread.ofPlatform().start(work);
            untilAsleep(thread);
            threads.add(thread);
        }
        over.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(heard()).containsExactly("an answer", "a notice", "an announcement");
    }

    @Test
    void aPauseThatTheHomeserverWantsIsKeptToTheSecondAndByEverybody() {
        for (int i = 0; i < 5; i++) {
            waits("t" + i, "answer " + i);
        }
        server.faults().tooOften(1, Optional.of(Duration.ofSeconds(5)));

        assertThat(queue.run()).isZero();
        assertThat(queue.pause()).contains(Duration.ofSeconds(5));
        clock.advance(Duration.ofMillis(4_900));
        assertThat(queue.run()).isZero();
        assertThat(says(Kind.DIRECT, "no"))
                .isEqualTo(new Sent.Later<>(Optional.of(Duration.ofMillis(100)), "the homeserver wants a pause"));
        assertThat(server.calls("send")).hasSize(1);

        clock.advance(Duration.ofMillis(100));
        assertThat(queue.run()).isEqualTo(5);
        assertThat(heard()).containsExactly("answer 0", "answer 1", "answer 2", "answer 3", "answer 4");
    }

    @Test
    void whereTheHomeserverNamesNoPauseTheyBecomeLonger() {
        waits("t1", "an answer");
        server.faults().away(true);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            queue.run();
            Duration pause = queue.pause().orElseThrow();
            pauses.add(pause);
            clock.advance(pause);
        }
        assertThat(pauses)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8))
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);

        server.faults().away(false);
        assertThat(queue.run()).isEqualTo(1);
        assertThat(heard()).containsExactly("an answer");
    }

    @Test
    void aCrashBetweenSendingAndNotingItIsSeenByNobody() {
        waits("t1", "an answer", new Offer("⏳", "wait dev-signing", Optional.empty(), Optional.empty()));
        server.faults().dieAfterTheNext(new AssertionError("the end"));
        assertThat(catchThrowable(queue::run)).hasMessage("the end");

        SendQueue next = new SendQueue(homeserver, self, program.transactor(), clock);
        assertThat(next.run()).as("the other one has it still").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(next.run()).isEqualTo(2);
        assertThat(heard()).containsExactly("an answer");
        assertThat(ann.reads(releng, dibs.id()).getFirst().reactions()).containsOnlyKeys("⏳");
    }

    @Test
    void severalProcessesSendEachOnceAndInOrder() throws Exception {
        int rows = Scale.of(60, 5_000);
        IntStream.range(0, rows).forEach(i -> waits("t" + i, "answer " + i));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                SendQueue one = new SendQueue(homeserver, self, program.transactor(), clock);
                running.add(threads.submit(() -> {
                    while (one.waiting() > 0) {
                        one.run();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(heard()).hasSize(rows).doesNotHaveDuplicates();
        assertThat(server.calls("send")).as("nobody tried what another had").hasSize(rows);
    }

    @Test
    void whatIsSentHasDibsOwnReactionsAndTheyMeanSomething() {
        Offer wait = new Offer(
                "⏳", "wait dev-signing", Optional.empty(), Optional.of(AccountId.of("matrix", "@ann:hs.test")));
        Offer nudge = new Offer(
                "👋",
                "nudge dev-signing",
                Optional.of(new LeaseMeant(new EnvironmentId("dev-signing"), 7)),
                Optional.empty());
        waits("t1", "it is held", wait, nudge);
        waits("t2", "another answer");
        queue.run();

        Message held = ann.reads(releng, dibs.id()).getFirst();
        assertThat(held.reactions()).containsOnlyKeys("⏳", "👋");
        assertThat(heard()).as("answers went first").containsExactly("it is held", "another answer");
        assertThat(server.calls("send").get(1).call().about()).isEqualTo("t2");
        assertThat(program.transactor()
                        .<Optional<Offer>>read(tx -> tx.offers().find(self, releng.value(), held.id(), "👋")))
                .contains(nudge);
    }

    @Test
    void whileTheHomeserverComplainsDibsGivesNoReactionsAndTheyMeanTheSame() {
        Offer wait = new Offer("⏳", "wait dev-signing", Optional.empty(), Optional.empty());
        waits("t1", "it is held", wait);
        server.faults().tooOften(1, Optional.of(Duration.ofSeconds(5)));
        queue.run();
        clock.advance(Duration.ofSeconds(5));
        queue.run();
        Message held = ann.reads(releng, dibs.id()).getFirst();
        assertThat(held.reactions()).isEmpty();
        assertThat(program.transactor()
                        .<Optional<Offer>>read(tx -> tx.offers().find(self, releng.value(), held.id(), "⏳")))
                .contains(wait);

        clock.advance(Duration.ofMinutes(10));
        waits("t2", "it is held still", wait);
        queue.run();
        assertThat(ann.reads(releng, dibs.id()).getLast().reactions()).containsOnlyKeys("⏳");
    }

    @Test
    void aReactionThatIsThereAlreadyIsNoFault() {
        waits("t1", "it is held", new Offer("⏳", "wait dev-signing", Optional.empty(), Optional.empty()));
        waits("t2", "another");
        queue.run();
        assertThat(queue.waiting()).isZero();
        Message held = ann.reads(releng, dibs.id()).getFirst();
        queue.offer(releng, "again", held.id(), List.of(new Offer("⏳", "wait x", Optional.empty(), Optional.empty())));
        queue.run();
        assertThat(dead()).isEmpty();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void whatTheHomeserverDoesNotTakeIsGivenUpWithItsReasonAndHoldsNothingUp() {
        RoomId other = ann.creates(NewRoom.named("other").with(dibs.id()));
        program.transactor()
                .write(tx -> tx.sendings()
                        .put(new Sending(
                                self,
                                "t0",
                                other.value(),
                                Outgoing.MESSAGE,
                                content("nobody lets me in").toString(),
                                Kind.REPLY,
                                List.of(),
                                clock.instant())));
        program.transactor()
                .write(tx -> tx.sendings()
                        .put(new Sending(
                                self,
                                "t1",
                                other.value(),
                                Outgoing.MESSAGE,
                                "{",
                                Kind.REPLY,
                                List.of(),
                                clock.instant())));
        waits("t2", "an answer");
        queue.run();
        queue.run();
        assertThat(heard()).containsExactly("an answer");
        assertThat(dead()).extracting(DeadSending::fault).hasSize(2).anyMatch(fault -> fault.startsWith("M_FORBIDDEN"));
    }

    @Test
    void anAccountThatIsLockedOutLosesNothing() {
        waits("t1", "an answer");
        server.faults().refuse("send", 401, "M_UNKNOWN_TOKEN");
        queue.run();
        assertThat(dead()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        queue.run();
        assertThat(heard()).containsExactly("an answer");
    }

    @Test
    void whatCouldNotBeSentForADayIsGivenUpBecauseTheHomeserverForgetsTransactions() {
        waits("t1", "an answer");
        server.faults().loseTheNextAnswer();
        queue.run();
        server.faults().away(true);
        clock.advance(Duration.ofHours(24));
        server.faults().away(false);
        queue.run();
        assertThat(heard()).containsExactly("an answer");
        assertThat(server.calls("send")).hasSize(1);
        assertThat(dead()).hasSize(1);
    }

    @Test
    void announcementsLeaveRoomWhereTheHomeserverHasComplained() {
        assertThat(says(Kind.ANNOUNCEMENT, "one")).isInstanceOf(Sent.Done.class);
        assertThat(says(Kind.ANNOUNCEMENT, "two")).isInstanceOf(Sent.Done.class);
        server.faults().tooOften(1, Optional.of(Duration.ofSeconds(2)));
        assertThat(says(Kind.DIRECT, "a notice")).isInstanceOf(Sent.Later.class);
        clock.advance(Duration.ofSeconds(2));
        assertThat(says(Kind.ANNOUNCEMENT, "three")).as("a person comes first").isInstanceOf(Sent.Later.class);
        assertThat(says(Kind.DIRECT, "a notice")).isInstanceOf(Sent.Done.class);
        assertThat(says(Kind.ANNOUNCEMENT, "three")).as("not so often now").isInstanceOf(Sent.Later.class);
        clock.advance(Duration.ofSeconds(15));
        assertThat(says(Kind.ANNOUNCEMENT, "three")).isInstanceOf(Sent.Done.class);
        assertThat(says(Kind.ANNOUNCEMENT, "four")).isInstanceOf(Sent.Later.class);
        clock.advance(Duration.ofMinutes(11));
        assertThat(says(Kind.ANNOUNCEMENT, "four")).isInstanceOf(Sent.Done.class);
        assertThat(says(Kind.ANNOUNCEMENT, "five")).isInstanceOf(Sent.Done.class);
        assertThat(heard()).isEqualTo(List.of("one", "two", "a notice", "three", "four", "five"));
    }
}
