package dibs.bot.command;

import dibs.backend.environment.Names;
import dibs.bot.command.Command.Whose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command without what may be written in several ways: how names are spelled, and the case of words. */
final class Meaning {
    private Meaning() {}

    static Command of(Command command) {
        return switch (command) {
            case Command.Claim it ->
                new Command.Claim(keys(it.names()), it.end(), people(it.helpers()), words(it.purpose()));
            case Command.ClaimAny it ->
                new Command.ClaimAny(any(it.any()), it.end(), people(it.helpers()), words(it.purpose()));
            case Command.ClaimSet it ->
                new Command.ClaimSet(
                        Names.key(it.set()), key(it.release()), it.end(), people(it.helpers()), words(it.purpose()));
            case Command.Using it -> new Command.Using(keys(it.names()), it.end(), words(it.purpose()));
            case Command.UnclaimSet it -> new Command.UnclaimSet(Names.key(it.set()), key(it.release()));
            case Command.Wait it -> new Command.Wait(Names.key(it.name()));
            case Command.WaitAny it -> new Command.WaitAny(any(it.any()));
            case Command.Watch it -> new Command.Watch(Names.key(it.name()));
            case Command.Nudge it -> new Command.Nudge(Names.key(it.name()), words(it.message()));
            case Command.Handover it -> new Command.Handover(Names.key(it.name()), words(it.person()), it.end());
            case Command.Takeover it -> new Command.Takeover(Names.key(it.name()), words(it.reason()));
            case Command.Keep it -> new Command.Keep(key(it.name()));
            case Command.Tidied it -> new Command.Tidied(keys(it.names()));
            case Command.Cancel it -> new Command.Cancel(Names.key(it.name()));
            case Command.Extend it -> new Command.Extend(key(it.name()), it.end());
            case Command.Unclaim it -> new Command.Unclaim(keys(it.names()), it.all());
            case Command.WhoIsUsing it -> new Command.WhoIsUsing(key(it.name()));
            case Command.Env it -> new Command.Env(key(it.name()));
            case Command.ImpactOf it -> new Command.ImpactOf(Names.key(it.name()), it.all());
            case Command.HealthOf it -> new Command.HealthOf(key(it.name()));
            case Command.HistoryOf it -> new Command.HistoryOf(key(it.name()), it.since(), it.back());
            case Command.Leases it ->
                it.whose() instanceof Whose.Of person ? new Command.Leases(new Whose.Of(words(person.person()))) : it;
            case Command.Help it -> new Command.Help(words(it.topic()));
            case Command.IsSafe it -> new Command.IsSafe(words(it.question()));
            case Command.Ask it -> new Command.Ask(words(it.question()));
            case Command.PolicyOf it -> new Command.PolicyOf(key(it.about()));
            case Command.PolicyHistory it -> it;
            case Command.Waive it ->
                new Command.Waive(
                        words(it.rule()),
                        Names.key(it.consumer()),
                        Names.key(it.environment()),
                        it.end(),
                        words(it.because()));
            case Command.Open it -> new Command.Open(Names.key(it.name()));
            case Command.Shut it ->
                new Command.Shut(it.verb(), Names.key(it.name()), it.end(), it.every(), words(it.because()));
            case Command.Freeze it -> new Command.Freeze(words(it.what()), it.end(), words(it.because()));
            case Command.Thaw it -> new Command.Thaw(words(it.what()));
            case Command.Confirm it -> new Command.Confirm(words(it.code()));
            case Command.Link it -> new Command.Link(words(it.code()));
            case Command.Me it -> it;
            case Command.Dm it -> it;
            case Command.Quiet it -> it;
            case Command.Undo it -> it;
            case Command.DigestOfToday it -> it;
            case Command.Reserve it ->
                new Command.Reserve(
                        keys(it.names()),
                        key(it.release()),
                        it.from(),
                        it.length(),
                        it.every(),
                        it.last(),
                        words(it.purpose()));
        };
    }

    private static Command.Any any(Command.Any any) {
        return new Command.Any(any.label(), keys(any.names()));
    }

    private static List<String> keys(List<String> names) {
        return names.stream().map(Names::key).toList();
    }

    private static Optional<String> key(Optional<String> name) {
        return name.map(Names::key);
    }

    private static List<String> people(List<String> names) {
        return names.stream().map(Meaning::words).toList();
    }

    private static Optional<String> words(Optional<String> words) {
        return words.map(Meaning::words);
    }

    private static String words(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[`“”‘’\"'.,!?…]", "").strip();
    }
}
