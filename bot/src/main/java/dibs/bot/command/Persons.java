package dibs.bot.command;

import dibs.backend.person.Directory;
import dibs.backend.person.Person;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Whom typed names mean. */
final class Persons {
    private final Directory directory;

    Persons(Directory directory) {
        this.directory = directory;
    }

    /** The persons of those names, or the answer that says which name means none. */
    Named all(List<String> names, Verb verb, Turn turn) {
        List<PersonRef> refs = new ArrayList<>();
        for (String name : names) {
            switch (directory.meant(name, turn.account(), turn.now())) {
                case Directory.Meant.One one -> refs.add(one.person().ref());
                case Directory.Meant.Several several -> {
                    return no(verb, Outcome.AMBIGUOUS, several(name, several.persons()));
                }
                case Directory.Meant.Nobody nobody -> {
                    return no(
                            verb,
                            Outcome.UNKNOWN_NAME,
                            Line.of("I know nobody called {}.", CommandParser.quoted("@" + name)));
                }
            }
        }
        return new All(refs);
    }

    private static Line several(String name, List<Person> persons) {
        return Line.of("{} may be ", CommandParser.quoted("@" + name))
                .then(Line.list(persons.stream()
                        .map(person ->
                                Inline.text(person.accounts().getFirst().id().value()))
                        .toList()))
                .then(Line.of(": say which."));
    }

    private static Named no(Verb verb, Outcome outcome, Line why) {
        return new No(Reply.toAsker(verb.word(), outcome, Facts.NONE, Block.say(why)));
    }

    sealed interface Named permits All, No {}

    record All(List<PersonRef> refs) implements Named {}

    record No(Reply reply) implements Named {}
}
