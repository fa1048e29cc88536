package dibs.bot.bench;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Asker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import dibs.bot.bench.Contest.Contestant;
import dibs.bot.bench.Contest.Work;
import dibs.bot.command.Inbound;
import dibs.bot.reply.Outcome;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Claims a second, and refusals: the whole conversation, the rules and the store alone, and the bare statements. */
final class Claims {
    private static final int CROWD = 8;
    private static final EndWish TWO_HOURS = new EndWish.For(Duration.ofHours(2));

    private final Bench.Subject subject;
    private final BareLoop bare;
    private final Contest contest;
    private final LeaseService leases;
    private final Directory directory;
    private final List<Environment> free;
    private final Environment contended;
    private final AtomicLong messages = new AtomicLong();

    Claims(Bench.Subject subject, BareLoop bare, Bench.Plan plan) {
        this.subject = subject;
        this.bare = bare;
        this.contest = new Contest(plan.rounds(), plan.turn());
        this.leases = new LeaseService(
                subject.database().transactor(), () -> UUID.randomUUID().toString(), ZoneOffset.UTC);
        this.directory = new Directory(
                subject.database().transactor(), () -> UUID.randomUUID().toString());
        List<Environment> single = subject.catalog().environments().stream()
                .filter(environment ->
                        environment.leasable() && environment.units().size() == 1)
                .toList();
        this.free = single.subList(0, CROWD);
        this.contended = single.get(CROWD);
    }

    void run(PrintStream out) {
        out.printf("%n%-46s %12s %8s%n", "claims, each given back (pairs a second)", "median/s", "ratio");
        print(out, "1 thread", contest.between(pairs(1)));
        print(out, CROWD + " threads, one environment each", contest.between(pairs(CROWD)));
        out.printf("%n%-46s %12s %8s%n", "claims of what another has (refusals a second)", "median/s", "ratio");
        claimed(contended);
        print(out, CROWD + " threads, one environment", contest.between(refusals()));
    }

    private static void print(PrintStream out, String what, Map<String, Contest.Result> results) {
        out.println(what);
        results.forEach((name, result) ->
                out.printf("  %-44s %,12.0f %7.0f%%%n", name, result.perSecond(), 100 * result.ratio()));
        out.flush();
    }

    private List<Contestant> pairs(int threads) {
        return List.of(
                contestant("bare statements", threads, this::barePair),
                contestant("rules and store", threads, this::rulesPair),
                contestant("whole conversation", threads, i -> conversationPair(i, false)),
                contestant("whole conversation, with message ids", threads, i -> conversationPair(i, true)));
    }

    private List<Contestant> refusals() {
        String name = contended.id().value();
        return List.of(
                contestant(
                        "bare statements",
                        CROWD,
                        i -> () -> expect(bare.claim(name).isEmpty(), "held")),
                contestant("rules and store", CROWD, i -> {
                    Asker asker = asker(i);
                    return () -> expect(claim(contended, at(asker, Instant.now())) instanceof ClaimResult.Held, "held");
                }),
                contestant(
                        "whole conversation",
                        CROWD,
                        i -> () -> say(i, "claim " + name + " for 2h bench", false, Outcome.HELD)));
    }

    private static Contestant contestant(String name, int threads, IntFunction<Work> work) {
        return new Contestant(name, IntStream.range(0, threads).mapToObj(work).toList());
    }

    private Work barePair(int thread) {
        String unit = free.get(thread).id().value();
        try {
            bare.add(unit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return () -> bare.release(unit, bare.claim(unit));
    }

    private Work rulesPair(int thread) {
        Environment environment = free.get(thread);
        Asker asker = asker(thread);
        return () -> {
            expect(claim(environment, at(asker, Instant.now())) instanceof ClaimResult.Granted, "granted");
            expect(
                    leases.release(List.of(environment), at(asker, Instant.now())) instanceof ReleaseResult.Released,
                    "released");
        };
    }

    private Work conversationPair(int thread, boolean ids) {
        String name = free.get(thread).id().value();
        return () -> {
            say(thread, "/claim " + name + " for 2h bench", ids, Outcome.GRANTED);
            say(thread, "/unclaim " + name, ids, Outcome.RELEASED);
        };
    }

    private void say(int thread, String text, boolean id, Outcome expected) {
        Optional<String> message = id ? Optional.of("m-" + messages.incrementAndGet()) : Optional.empty();
        AccountId account = account(thread);
        Outcome outcome = subject.conversation()
                .answer(new Inbound(message, account, "speaker", Optional.empty(), account.value(), text))
                .reply()
                .outcome();
        expect(outcome == expected, expected + ", and not " + outcome);
    }

    private void claimed(Environment environment) {
        try {
            bare.add(environment.id().value());
            expect(!bare.claim(environment.id().value()).isEmpty(), "granted");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        expect(claim(environment, asker(CROWD)) instanceof ClaimResult.Granted, "granted");
    }

    private ClaimResult claim(Environment environment, Asker asker) {
        return leases.claim(ClaimRequest.of(List.of(environment), TWO_HOURS, List.of(), Optional.of("bench")), asker);
    }

    private Asker asker(int thread) {
        Account account = new Account(account(thread), "speaker", Optional.empty());
        PersonRef person = directory.meet(account, Instant.now()).ref();
        return new Asker(person, ZoneOffset.UTC, WorkingHours.USUAL, Optional.empty(), Instant.now());
    }

    private static Asker at(Asker asker, Instant now) {
        return new Asker(
                asker.person(), asker.zone(), asker.hours(), asker.message(), Instant.ofEpochMilli(now.toEpochMilli()));
    }

    private static AccountId account(int thread) {
        return AccountId.of("console", "speaker-" + thread);
    }

    private static void expect(boolean kept, String what) {
        if (!kept) {
            throw new IllegalStateException("expected: " + what);
        }
    }
}
