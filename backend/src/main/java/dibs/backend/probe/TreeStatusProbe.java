package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.TreeStatus;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what sheriffs decided of a tree. A closed tree is well: its state is no fault of it. */
final class TreeStatusProbe {
    private TreeStatusProbe() {}

    static Finding look(TreeStatus target, Look look) throws IOException {
        Answer answer = look.get(DockerflowProbe.under(
                target.base(), "trees/" + URLEncoder.encode(target.tree(), StandardCharsets.UTF_8)));
        if (answer.status() == 404) {
            return new Finding(Sign.UNREACHABLE, "tree status knows no tree " + Words.cut(target.tree(), 60));
        }
        if (!answer.success()) {
            return new Finding(Sign.FAILED, "tree status " + answer.said());
        }
        Optional<JsonNode> result = Body.read(answer).map(json -> json.path("result"));
        Optional<String> word = result.flatMap(json -> Body.at(json, "status"));
        Optional<TreeState> state = word.flatMap(TreeState::of);
        if (state.isEmpty()) {
            String said = word.map(it -> "the state \"" + Words.cut(Words.plain(it), 40) + "\", which is none")
                    .orElse("no state");
            return new Finding(Sign.FAILED, "tree status answers " + answer.status() + " with " + said);
        }
        String reason = result.flatMap(json -> Body.at(json, "reason"))
                .map(Words::plain)
                .filter(text -> !text.isEmpty())
                .map(text -> Words.cut(text, 120))
                .orElse("");
        return new Finding(Sign.PASSING, Tree.sentence(state.get(), reason), Optional.empty(), state);
    }
}
