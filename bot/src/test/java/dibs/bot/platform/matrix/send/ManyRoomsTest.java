package dibs.bot.platform.matrix.send;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending.Kind;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.Message;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes to several rooms at a time, as people see it come. */
class ManyRoomsTest extends QueueScene {
    @Test
    void aRoomThatFailsHoldsUpNobodyButItselfAndStaysInOrder() {
        RoomId broken = another("broken");
        waits(broken, "b1", "first");
        waits(broken, "b2", "second");
        server.faults().broken("send", broken);
        for (int i = 0; i < 10; i++) {
            waits("t" + i, "answer " + i);
            queue.run();
            assertThat(heard()).as("at once, whatever the other room does").hasSize(i + 1);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(says(Kind.DIRECT, "a notice")).isInstanceOf(Sent.Done.class);
        assertThat(server.calls("send"))
                .filteredOn(call -> call.call().room().equals(broken.value()))
                .as("tried at longer and longer intervals")
                .hasSizeBetween(3, 5);

        server.faults().mend();
        clock.advance(Duration.ofSeconds(30));
        queue.run();
        assertThat(heard(broken)).containsExactly("first", "second");
    }

    @Test
    void aHomeserverThatIsAwayIsNotAskedForEachRoomOverAndOver() {
        List<RoomId> rooms =
                IntStream.range(0, 30).mapToObj(i -> another("room " + i)).toList();
        rooms.forEach(room -> waits(room, "t" + room, "an answer"));
        server.faults().away(true);
        for (int i = 0; i < 60; i++) {
            queue.run();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(server.calls("send")).hasSizeLessThan(60);

        server.faults().away(false);
        clock.advance(Duration.ofSeconds(30));
        queue.run();
        assertThat(rooms).allSatisfy(room -> assertThat(heard(room)).containsExactly("an answer"));
    }

    @Test
    void whatHangsInOneRoomIsNotWaitedForInTheOthersAndOnlyAFewAreAskedAtATime() throws Exception {
        List<RoomId> rooms =
                IntStream.range(0, 20).mapToObj(i -> another("room " + i)).toList();
        rooms.forEach(room -> waits(room, "t" + room, "an answer"));
        RoomId first = rooms.getFirst();
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Homeserver slow = (Homeserver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Homeserver.class}, (proxy, method, arguments) -> {
                    most.accumulateAndGet(asked.incrementAndGet(), Math::max);
                    try {
                        if (arguments != null && arguments[0].equals(first)) {
                            hangs.await();
                        }
                        return method.invoke(homeserver, arguments);
                    } finally {
                        asked.decrementAndGet();
                    }
                });
        SendQueue parallel = new SendQueue(slow, self, program.transactor(), clock);
        Thread running = Thread.ofPlatform().start(parallel::run);
        assertThat(server.await(
                        () -> rooms.stream()
                                .skip(1)
                                .noneMatch(room -> heard(room).isEmpty()),
                        Duration.ofSeconds(20)))
                .isTrue();
        waits(rooms.getLast(), "more", "one that came meanwhile");
        assertThat(server.await(() -> heard(rooms.getLast()).size() == 2, Duration.ofSeconds(20)))
                .isTrue();
        assertThat(heard(first)).isEmpty();
        hangs.countDown();
        running.join();
        assertThat(heard(first)).containsExactly("an answer");
        assertThat(most).hasValueLessThanOrEqualTo(6);
    }

    @Test
    void reactionsThatCouldNotBeGivenInTimeAreLeftOutAndInARoomThereAreAFewAtMost() {
        Offer wait = new Offer("⏳", "wait dev-signing", Optional.empty(), Optional.empty());
        for (int i = 0; i < 40; i++) {
            waits("t" + i, "answer " + i, wait);
        }
        List<Sent<?>> answers = new ArrayList<>();
        Homeserver noReactions = (Homeserver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Homeserver.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 1 && arguments[1].equals("m.reaction")) {
                        Sent<String> later = new Sent.Later<>(Optional.of(Duration.ofMinutes(1)), "429");
                        answers.add(later);
                        return later;
                    }
                    return method.invoke(homeserver, arguments);
                });
        SendQueue limited = new SendQueue(noReactions, self, program.transactor(), clock);
        limited.run();
        assertThat(heard()).hasSize(40);
        assertThat(answers).hasSize(1);
        assertThat(limited.waiting()).isEqualTo(12);

        clock.advance(Duration.ofMinutes(6));
        assertThat(limited.run()).isZero();
        assertThat(limited.waiting()).isZero();
        Message last = ann.reads(releng, dibs.id()).getLast();
        assertThat(program.transactor()
                        .<Optional<Offer>>read(tx -> tx.offers().find(self, releng.value(), last.id(), "⏳")))
                .as("given by hand it means the same")
                .contains(wait);
    }
}
