package dibs.bot.command;

import dibs.backend.environment.Catalog;
import dibs.bot.command.Grammar.Spoken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lines as people, pasted text and attackers write them: nearly a command, or nothing like one. */
public final class Noise {
    private static final List<String> HOSTILE = List.of(
            "<!channel>",
            "@room",
            "<script>alert(1)</script>",
            "'; drop table lease; --",
            "${jndi:ldap://x}",
            "{}",
            "%s",
            "../../etc/passwd",
            "\u202egnirts\u202c",
            "\u0007\u001b]0;title\u0007",
            "\u001b[31m",
            "\u0000",
            "\ud800",
            "\u200b",
            "\u2028",
            "İ",
            "ﬁ",
            "\ud83d\ude80",
            "“",
            "”",
            "`",
            "’",
            ",",
            ",,",
            "@",
            "/",
            "for",
            "until",
            "with",
            "with @",
            "by",
            "and",
            "any",
            "because",
            "since",
            "0m",
            "-2h",
            "99999999999d",
            "25:61",
            "x".repeat(10_000),
            "word ".repeat(2_000),
            "@" + "p".repeat(10_000));

    private Noise() {}

    /** Lines of every kind. */
    public static Arbitrary<String> lines(Catalog catalog) {
        return lines(new Grammar(catalog));
    }

    /** Lines about those names, and about some that are unknown. */
    public static Arbitrary<String> lines(List<String> names) {
        return lines(new Grammar(names));
    }

    private static Arbitrary<String> lines(Grammar grammar) {
        Arbitrary<String> real = grammar.lines().map(Spoken::line);
        Arbitrary<String> mutated = Combinators.combine(
                        real, mutations().list().ofMinSize(1).ofMaxSize(4))
                .as((line, mutations) -> {
                    String changed = line;
                    for (Mutation mutation : mutations) {
                        changed = mutation.of(changed);
                    }
                    return changed;
                });
        Arbitrary<String> piled = Arbitraries.of(HOSTILE).list().ofMaxSize(5).map(pile -> String.join(" ", pile));
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(200)),
                Tuple.of(1, piled),
                Tuple.of(2, real),
                Tuple.of(6, mutated));
    }

    /** One change somewhere in a line: where is a share of its length, in thousandths. */
    private record Mutation(int kind, int where, int other, String text) {
        String of(String line) {
            List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
            int word = at(where, words.size());
            int character = at(where, line.length());
            switch (kind) {
                case 0 -> words.add(word, text);
                case 1 -> words.remove(word);
                case 2 -> Collections.swap(words, word, at(other, words.size()));
                case 3 -> words.set(word, words.get(word).toUpperCase(Locale.ROOT));
                case 4 -> words.set(word, words.get(word) + text);
                case 5 -> {
                    return line.substring(0, character) + text + line.substring(character);
                }
                default -> {
                    return line.isEmpty() ? line : line.substring(0, character) + line.substring(character + 1);
                }
            }
            return String.join(" ", words);
        }

        private static int at(int share, int length) {
            return length == 0 ? 0 : share * length / 1000;
        }
    }

    private static Arbitrary<Mutation> mutations() {
        Arbitrary<Integer> share = Arbitraries.integers().between(0, 999);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        share,
                        share,
                        Arbitraries.oneOf(
                                Arbitraries.of(HOSTILE),
                                Arbitraries.strings().all().ofMaxLength(3)))
                .as(Mutation::new);
    }
}
