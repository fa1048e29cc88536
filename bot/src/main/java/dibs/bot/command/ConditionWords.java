package dibs.bot.command;

import dibs.backend.environment.Edge;
import dibs.backend.policy.Condition;
import dibs.backend.policy.SubjectTest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions of a policy as plain sentences; the names of its classes and situations stand for themselves. */
final class ConditionWords {
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private ConditionWords() {}

    /** What has to hold, such as "the access is write and the environment is a store"; empty where it always does. */
    static String of(Condition condition) {
        return words(condition, true);
    }

    /** What something has to be, to stand behind its name, such as "is dev-pool and has kind dev-set". */
    static String of(SubjectTest test) {
        return words(test, true);
    }

    /** The condition, or with {@code yes} being false its contrary: a "not" goes inwards, where it reads best. */
    private static String words(Condition condition, boolean yes) {
        return switch (condition) {
            case Condition.Consumer it -> "the consumer " + words(it.test(), yes);
            case Condition.TheEnvironment it -> "the environment " + words(it.test(), yes);
            case Condition.Fact it -> fact(it.name(), it.values()) + is(yes) + or(it.values());
            case Condition.Given it -> given(it, yes);
            case Condition.ForPurpose it ->
                "the purpose" + is(yes)
                        + or(it.patterns().stream().map(Object::toString).toList());
            case Condition.Testing ignored -> "the purpose" + is(yes) + "a sort of testing";
            case Condition.In it -> it.situation() + (yes ? " holds" : " does not hold");
            case Condition.Wired it -> catalogs("the consumer " + sorts(it.sorts()), yes);
            case Condition.WiredFrom it ->
                catalogs("something that " + words(it.from(), true) + " " + sorts(it.sorts()), yes);
            case Condition.Indirect ignored -> yes ? "something lies between the two" : "nothing lies between the two";
            case Condition.Severed ignored ->
                yes ? "a link of the way is only a copy" : "no link of the way is only a copy";
            case Condition.Reaches it ->
                "the environment itself hangs on " + (yes ? "something" : "nothing") + " that "
                        + words(it.test(), true);
            case Condition.PermittedBy it -> or(it.rules()) + (yes ? " permits it" : " does not permit it");
            case Condition.All it -> parts(it.parts(), yes, yes);
            case Condition.Any it -> parts(it.parts(), !yes, yes);
            case Condition.Not it -> words(it.part(), !yes);
        };
    }

    private static String fact(String name, List<String> values) {
        return (YES_OR_NO.containsAll(values) ? "" : "the ") + name(name);
    }

    private static String catalogs(String link, boolean yes) {
        return (yes ? "by the catalog " : "the catalog does not say that ") + link + " the environment";
    }

    private static String given(Condition.Given given, boolean yes) {
        String what = given.values().contains("*")
                ? "some " + name(given.name())
                : "the " + name(given.name()) + " " + or(given.values());
        return "the question " + (yes ? "tells " : "does not tell ") + what;
    }

    /** @param all whether all of them have to hold, or one */
    private static String parts(List<Condition> parts, boolean all, boolean yes) {
        return joined(
                parts.stream().map(part -> new Part(words(part, yes), several(part))), all, parts.size(), "always");
    }

    private static String words(SubjectTest test, boolean yes) {
        return switch (test) {
            case SubjectTest.Is it -> (yes ? "is " : "is not ") + or(it.classes());
            case SubjectTest.Has it ->
                it.attribute().equals("id")
                        ? (yes ? "is " : "is not ") + or(it.values())
                        : (yes ? "has " : "has not ") + name(it.attribute()) + " " + or(it.values());
            case SubjectTest.HasAny it -> (yes ? "has some " : "has no ") + name(it.attribute());
            case SubjectTest.All it -> tests(it.parts(), yes, yes);
            case SubjectTest.Any it -> tests(it.parts(), !yes, yes);
            case SubjectTest.Not it -> words(it.part(), !yes);
        };
    }

    private static String tests(List<SubjectTest> parts, boolean all, boolean yes) {
        return joined(
                parts.stream().map(part -> new Part(words(part, yes), several(part))),
                all,
                parts.size(),
                "is anything");
    }

    /** A part of a sentence, in brackets where it has parts itself. */
    private record Part(String words, boolean several) {
        String among(int count) {
            return several && count > 1 ? "(" + words + ")" : words;
        }
    }

    private static String joined(Stream<Part> parts, boolean all, int count, String ofNone) {
        if (count == 0) {
            return all ? ofNone : "never";
        }
        return parts.map(part -> part.among(count)).collect(Collectors.joining(all ? " and " : " or "));
    }

    private static boolean several(Condition condition) {
        return switch (condition) {
            case Condition.All it -> it.parts().size() > 1;
            case Condition.Any it -> it.parts().size() > 1;
            case Condition.Not it -> several(it.part());
            case Condition.Consumer it -> several(it.test());
            case Condition.TheEnvironment it -> several(it.test());
            default -> false;
        };
    }

    private static boolean several(SubjectTest test) {
        return switch (test) {
            case SubjectTest.All it -> it.parts().size() > 1;
            case SubjectTest.Any it -> it.parts().size() > 1;
            case SubjectTest.Not it -> several(it.part());
            default -> false;
        };
    }

    private static String is(boolean yes) {
        return yes ? " is " : " is not ";
    }

    private static String sorts(Collection<Edge.Sort> sorts) {
        return or(sorts.stream().sorted().map(ConditionWords::sort).toList());
    }

    private static String sort(Edge.Sort sort) {
        return switch (sort) {
            case DEPENDS_ON -> "depends on";
            case WRITES -> "writes to";
            case READS -> "reads from";
            case COPIES_TO -> "sends copies to";
        };
    }

    private static String name(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    private static String or(List<String> values) {
        return String.join(" or ", values);
    }
}
