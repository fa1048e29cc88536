package dibs.backend.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What dibs.yaml says about Slack.
 *
 * @param commands the slash commands that the app registers, without the slash; nothing: the usual ones
 * @param roles ids of user groups and users by role
 */
public record SlackSection(Optional<List<String>> commands, Map<String, List<String>> roles) {
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

    private static List<String> texts(Located list) {
        return list.words().map(Located.Word::text).toList();
    }
}
