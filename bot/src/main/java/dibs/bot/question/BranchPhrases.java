package dibs.bot.question;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Branches and pull requests of a tree: "a pull request on firefox-ios", "the beta branch of Firefox", "firefox beta". */
final class BranchPhrases implements NamePattern {
    private static final Set<Kind> WITH_BRANCHES = Set.of(Kind.TREE, Kind.STAGING_REPO);
    private static final Set<String> AT = Set.of("of", "on", "to", "in", "against", "for", "from", "at");
    private static final Set<String> SHORT = Set.of("pr", "prs", "pull-request", "pull-requests");

    private final CatalogNames names;

    BranchPhrases(CatalogNames names) {
        this.names = names;
    }

    @Override
    public Optional<Named.Span> at(List<Word> words, int from) {
        int request = request(words, from);
        if (request > 0) {
            return tree(words, from + request).flatMap(span -> span(span, request, "pull-request"));
        }
        Word word = words.get(from);
        if (from + 1 < words.size() && words.get(from + 1).is("branch") && !word.ends()) {
            return tree(words, from + 2)
                    .filter(span -> branches(span.named()).anyMatch(word.key()::equals))
                    .flatMap(span -> span(span, 2, word.key()));
        }
        return names.at(words, from).filter(BranchPhrases::hasBranches).flatMap(span -> behind(words, from, span));
    }

    /** The branch follows the tree. */
    private Optional<Named.Span> behind(List<Word> words, int from, Named.Span tree) {
        int at = from + tree.length();
        if (at >= words.size() || words.get(at - 1).ends()) {
            return Optional.empty();
        }
        int request = request(words, at);
        if (request > 0) {
            return span(tree, request, "pull-request");
        }
        String branch = words.get(at).key();
        boolean known = branches(tree.named()).anyMatch(branch::equals);
        int noun = at + 1 < words.size() && words.get(at + 1).is("branch") ? 1 : 0;
        return known ? span(tree, 1 + noun, branch) : Optional.empty();
    }

    private static Optional<Named.Span> span(Named.Span tree, int more, String branch) {
        return tree.named()
                .environment()
                .map(it -> new Named.Span(
                        tree.length() + more, Named.one(it, tree.named().text() + "@" + branch)));
    }

    private static int request(List<Word> words, int from) {
        if (words.get(from).is(SHORT)) {
            return 1;
        }
        boolean two = from + 1 < words.size()
                && words.get(from).is("pull")
                && (words.get(from + 1).is("request") || words.get(from + 1).is("requests"));
        return two ? 2 : 0;
    }

    /** The tree behind a preposition there, with the words before it counted in. */
    private Optional<Named.Span> tree(List<Word> words, int from) {
        if (from >= words.size()
                || !words.get(from).is(AT)
                || words.get(from - 1).ends()) {
            return Optional.empty();
        }
        int start = from + 1 < words.size() && words.get(from + 1).is(PlainWords.ARTICLES) ? from + 2 : from + 1;
        return start >= words.size()
                ? Optional.empty()
                : names.at(words, start)
                        .filter(BranchPhrases::hasBranches)
                        .map(span -> new Named.Span(start - from + span.length(), span.named()));
    }

    private static boolean hasBranches(Named.Span span) {
        return span.named().is(WITH_BRANCHES) && span.named().text().indexOf('@') < 0;
    }

    /** The branches that the catalog names one by one. */
    private static Stream<String> branches(Named tree) {
        return tree.environment().stream()
                .flatMap(it -> Stream.of(
                        it.levels().scm().stream().map(Environment.BranchLevel::branch),
                        it.levels().release().stream().map(Environment.BranchLevel::branch),
                        Arrays.stream(it.facts().getOrDefault("promotes", "").split(" "))))
                .flatMap(all -> all)
                .filter(branch -> !branch.isBlank() && !branch.contains("*"));
    }
}
