package dibs.bot.command;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.bot.command.Command.End;
import dibs.bot.command.Command.Whose;
import dibs.bot.time.TimePoint;
import dibs.bot.time.TimePoints;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lines that are commands, each with the command that it is. */
final class Grammar {
    private static final List<String> PEOPLE = List.of("bob", "carol", "Dave.Smith", "émile");
    private static final List<String> TOPICS = List.of("all", "claim", "who is using", "takeover");

    private final List<String> names;

    /** How many of the leading words make a known name. */
    private final ToIntFunction<List<String>> known;

    /** Lines about everything that has a name with one meaning, but for sets. */
    Grammar(Catalog catalog) {
        this.known = words -> catalog.names().longestKnown(words, Sense.THING);
        this.names = catalog.environments().stream()
                .filter(environment -> environment.releases().isEmpty())
                .map(environment -> environment.id().value())
                .filter(id -> Arrays.stream(Sense.values())
                        .allMatch(sense -> catalog.names().resolve(id, sense) instanceof Resolution.Found))
                .toList();
    }

    /** Lines about those names. */
    Grammar(List<String> names) {
        this.names = List.copyOf(names);
        this.known = words -> 0;
    }

    /**
     * A line and what it means.
     *
     * @param line words with one space between them, in lower case but for the purpose
     */
    record Spoken(String line, Command means) {
        @Override
        public String toString() {
            return line;
        }
    }

    /** A piece of a line and what it adds to the command. */
    private record Piece<T>(String words, T means) {
        /** The piece with a space before it, or nothing where there are no words. */
        String after() {
            return words.isEmpty() ? "" : " " + words;
        }
    }

    Arbitrary<Spoken> lines() {
        return Arbitraries.oneOf(
                claims(), claimsOfAny(), uses(), returns(), extensions(), looks(), transfers(), rules(), rest());
    }

    private Arbitrary<Spoken> claims() {
        return Combinators.combine(words("claim", "lock", "acquire", "take"), names(), ends(), helpers(), purposes())
                .as((verb, names, end, helpers, purpose) -> new Spoken(
                        verb + " " + names.words() + end.after() + helpers.after() + purpose.after(),
                        new Command.Claim(names.means(), end.means(), helpers.means(), purpose.means())));
    }

    private Arbitrary<Spoken> claimsOfAny() {
        return Combinators.combine(anyOf(), ends(), helpers(), purposes())
                .as((any, end, helpers, purpose) -> new Spoken(
                        "claim any " + any.words() + purpose.after()
                                + end.after(), // the end may stand behind the purpose
                        new Command.ClaimAny(any.means(), end.means(), List.of(), purpose.means())));
    }

    private Arbitrary<Piece<Command.Any>> anyOf() {
        return Arbitraries.oneOf(
                Arbitraries.of("dev-pool", "staging-repo")
                        .map(label -> new Piece<>(label, new Command.Any(Optional.of(label), List.of()))),
                names().map(names ->
                        new Piece<>("of " + names.words(), new Command.Any(Optional.empty(), names.means()))));
    }

    private Arbitrary<Spoken> uses() {
        return Combinators.combine(words("using", "use"), names(), ends(), purposes())
                .as((verb, names, end, purpose) -> new Spoken(
                        verb + " " + names.words() + end.after() + purpose.after(),
                        new Command.Using(names.means(), end.means(), purpose.means())));
    }

    private Arbitrary<Spoken> returns() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Spoken("unclaim", new Command.Unclaim(List.of(), false)),
                        new Spoken("unclaim all", new Command.Unclaim(List.of(), true)),
                        new Spoken("release everything", new Command.Unclaim(List.of(), true)),
                        new Spoken("undo", new Command.Undo())),
                Combinators.combine(words("unclaim", "release", "unlock", "give back"), names())
                        .as((verb, names) ->
                                new Spoken(verb + " " + names.words(), new Command.Unclaim(names.means(), false))));
    }

    private Arbitrary<Spoken> extensions() {
        Arbitrary<Piece<Optional<End>>> later = ends().map(end ->
                end.words().startsWith("for ") ? new Piece<>("by " + end.words().substring(4), end.means()) : end);
        return Combinators.combine(words("extend", "renew"), name().optional(), later)
                .as((verb, name, end) -> new Spoken(
                        verb + name.map(it -> " " + it).orElse("") + end.after(),
                        new Command.Extend(name, end.means())));
    }

    private Arbitrary<Spoken> looks() {
        Arbitrary<Spoken> of = Combinators.combine(
                        words("who-is-using", "who is using", "who has", "env", "keep", "environment"),
                        name().optional())
                .as((verb, name) -> new Spoken(verb + name.map(it -> " " + it).orElse(""), look(verb, name)));
        return Arbitraries.oneOf(
                of,
                words("wait", "wait for", "queue")
                        .flatMap(verb -> name().map(name -> new Spoken(verb + " " + name, new Command.Wait(name)))),
                anyOf().map(any -> new Spoken("wait any " + any.words(), new Command.WaitAny(any.means()))),
                names().map(names -> new Spoken("tidied " + names.words(), new Command.Tidied(names.means()))),
                Combinators.combine(words("impact", "blast-radius", "what breaks without"), name(), words("", " all"))
                        .as((verb, name, all) ->
                                new Spoken(verb + " " + name + all, new Command.ImpactOf(name, !all.isEmpty()))),
                words("cancel", "decline")
                        .flatMap(verb -> name().map(name -> new Spoken(verb + " " + name, new Command.Cancel(name)))));
    }

    private static Command look(String verb, Optional<String> name) {
        return switch (verb) {
            case "keep" -> new Command.Keep(name);
            case "env", "environment" -> new Command.Env(name);
            default -> new Command.WhoIsUsing(name);
        };
    }

    private Arbitrary<Spoken> transfers() {
        return Arbitraries.oneOf(
                Combinators.combine(words("nudge", "poke"), name(), purposes())
                        .as((verb, name, why) ->
                                new Spoken(verb + " " + name + why.after(), new Command.Nudge(name, why.means()))),
                Combinators.combine(words("takeover", "take over", "steal"), name(), words("because ", ""), reasons())
                        .as((verb, name, because, why) ->
                                new Spoken(verb + " " + name + " " + because + why, new Command.Takeover(name, why))),
                Combinators.combine(
                                words("handover", "hand over", "offer"),
                                name(),
                                words("to ", ""),
                                Arbitraries.of(PEOPLE),
                                ends())
                        .as((verb, name, to, person, end) -> new Spoken(
                                verb + " " + name + " " + to + "@" + person + end.after(),
                                new Command.Handover(name, person, end.means()))));
    }

    private Arbitrary<Spoken> rules() {
        Arbitrary<Spoken> waivers = Combinators.combine(
                        Arbitraries.of("R5", "r17"),
                        name(),
                        name(),
                        ends().filter(end -> end.means().isPresent()),
                        reasons())
                .as((rule, consumer, environment, end, why) -> new Spoken(
                        "waive " + rule + " for " + consumer + between(consumer, environment) + environment
                                + end.after() + " because " + why,
                        new Command.Waive(
                                rule, consumer, environment, end.means().orElseThrow(), why)));
        return Arbitraries.oneOf(
                waivers,
                Arbitraries.of(
                        new Spoken("policy", new Command.PolicyOf(Optional.empty())),
                        new Spoken("rules", new Command.PolicyOf(Optional.empty())),
                        new Spoken("policy r5", new Command.PolicyOf(Optional.of("r5"))),
                        new Spoken("rule r5", new Command.PolicyOf(Optional.of("r5"))),
                        new Spoken("policy v-7k3fq", new Command.PolicyOf(Optional.of("v-7k3fq"))),
                        new Spoken("policy history", new Command.PolicyHistory()),
                        new Spoken("confirm c-7k3fq", new Command.Confirm("c-7k3fq"))),
                name().map(name -> new Spoken("policy " + name, new Command.PolicyOf(Optional.of(name)))));
    }

    /** A name is as long as it can be: where the second one would go on the first, it takes a word to part them. */
    private String between(String name, String next) {
        List<String> words = List.of((name + " " + next).split(" "));
        return known.applyAsInt(words) > name.split(" ").length ? " on " : " ";
    }

    private Arbitrary<Spoken> rest() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Spoken("leases", new Command.Leases(new Whose.All())),
                        new Spoken("leases mine", new Command.Leases(new Whose.Mine())),
                        new Spoken("locks upcoming", new Command.Leases(new Whose.Upcoming())),
                        new Spoken("help", new Command.Help(Optional.empty()))),
                Arbitraries.of(PEOPLE)
                        .map(person -> new Spoken("leases @" + person, new Command.Leases(new Whose.Of(person)))),
                Arbitraries.of(TOPICS).map(topic -> new Spoken("help " + topic, new Command.Help(Optional.of(topic)))));
    }

    private Arbitrary<String> name() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(names)),
                Tuple.of(1, Arbitraries.of("nosuch-env", "Autograph Stage", "dev signing")));
    }

    private Arbitrary<Piece<List<String>>> names() {
        return Combinators.combine(name().list().ofMinSize(1).ofMaxSize(3), words(",", ", ", " , "))
                .as((names, comma) -> new Piece<>(String.join(comma, names), names));
    }

    private static Arbitrary<Piece<Optional<End>>> ends() {
        Arbitrary<Piece<Optional<End>>> lengths = Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of("m", "h", "d", " minutes", " hours", " days"))
                .as((count, unit) -> new Piece<>("for " + count + unit, Optional.of(new End.For(length(count, unit)))));
        Arbitrary<Piece<Optional<End>>> moments = Arbitraries.of(
                        "17:00", "friday 5pm", "tomorrow 10:00", "2026-11-27 09:00", "monday", "noon")
                .map(moment -> new Piece<>("until " + moment, Optional.of(new End.Until(moment(moment)))));
        return Arbitraries.oneOf(lengths, moments, Arbitraries.just(new Piece<>("", Optional.empty())));
    }

    private static Duration length(int count, String unit) {
        return switch (unit.strip().charAt(0)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static TimePoint moment(String words) {
        return TimePoints.read(List.of(words.split(" "))).maybe().orElseThrow();
    }

    private static Arbitrary<Piece<List<String>>> helpers() {
        return Arbitraries.of(PEOPLE)
                .list()
                .ofMaxSize(2)
                .map(people -> new Piece<>(
                        people.isEmpty()
                                ? ""
                                : people.stream().map(it -> "@" + it).collect(Collectors.joining(" and ", "with ", "")),
                        people));
    }

    private static Arbitrary<Piece<Optional<String>>> purposes() {
        return reasons().optional().map(why -> new Piece<>(why.orElse(""), why));
    }

    /** Words that begin no clause and belong to no name. */
    private static Arbitrary<String> reasons() {
        Arbitrary<String> first =
                Arbitraries.of("testing", "Probing", "bug 1234567,", "пробую", "<!channel>", "'; drop");
        Arbitrary<String> more =
                Arbitraries.of("the", "new signer", "for the release", "with love", "@room", "<b>", "🚀", "e.g. this");
        return Combinators.combine(first, more.list().ofMaxSize(4), words("now please", "it works", "again"))
                .as((begin, middle, last) ->
                        (begin + " " + String.join(" ", middle) + " " + last).replaceAll(" +", " "));
    }

    private static Arbitrary<String> words(String... any) {
        return Arbitraries.of(any);
    }
}
