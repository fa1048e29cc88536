package dibs.backend.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What dibs.yaml says about Slack.
 *
 * @param commands the slash commands that the app registers, without the slash; nothing: the usual ones
 * @param roles ids of user groups and users by role
 */
public record SlackSection(Optional<List<String>> commands, Map<String, List<String>> roles) {
    /**
     * Words that mean something to Slack itself, which it does not pass on to an app; see the help page "Slash commands in
     * Slack", slack.com/help/articles/201259356, and what older clients know beside it.
     */
    public static final Set<String> BUILT_IN = Set.of(
            "active",
            "apps",
            "archive",
            "away",
            "call",
            "close",
            "collapse",
            "dm",
            "dnd",
            "expand",
            "feed",
            "feedback",
            "giphy",
            "help",
            "huddle",
            "invite",
            "invite_people",
            "join",
            "keys",
            "kick",
            "leave",
            "me",
            "msg",
            "mute",
            "open",
            "part",
            "people",
            "prefs",
            "remind",
            "remove",
            "rename",
            "s",
            "search",
            "shortcuts",
            "shrug",
            "star",
            "status",
            "topic",
            "who");

    public SlackSection {
        commands = commands.map(List::copyOf);
        roles = Map.copyOf(roles);
    }

    static SlackSection of(Optional<Located> section) {
        Optional<List<String>> commands =
                section.flatMap(it -> it.get("commands")).map(SlackSection::texts);
        Map<String, List<String>> roles = new LinkedHashMap<>();
        section.flatMap(it -> it.get("roles")).stream()
                .flatMap(it -> it.pairs().stream())
                .forEach(pair -> roles.put(pair.key(), texts(pair.value())));
        return new SlackSection(commands, roles);
    }

    /** Adds what the schema cannot see: commands that would never reach an app. */
    static void check(Optional<Located> section, List<Fault> faults) {
        section.flatMap(it -> it.get("commands")).stream()
                .flatMap(Located::words)
                .filter(word -> BUILT_IN.contains(word.text()))
                .forEach(word -> faults.add(word.place()
                        .fault("commands: /" + word.text()
                                + " is Slack's own and never reaches Dibs: leave it out, since "
                                + "everything can be typed after /dibs")));
    }

    private static List<String> texts(Located list) {
        return list.words().map(Located.Word::text).toList();
    }
}
