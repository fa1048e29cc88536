package dibs.fakeslack;

import dibs.fakeslack.block.BlockCheck;
import dibs.fakeslack.workspace.BlockWalk;
import dibs.fakeslack.workspace.Inputs;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client does between a person's hand and what is sent: finds what is meant, fills in, asks for options. */
final class Forms {
    private static final Set<String> USERS = Set.of("users_select", "multi_users_select");

    private final FakeSlack slack;

    Forms(FakeSlack slack) {
        this.slack = slack;
    }

    /** One entry of {@code actions}. */
    ObjectNode action(JsonNode blocks, String name, String option) {
        BlockWalk.Element element = find(blocks, name);
        ObjectNode json = Json.object();
        if (Inputs.keeps(element)) {
            Inputs inputs = Inputs.initial(blocks);
            inputs.fill(element, option, List.of());
            json.setAll(inputs.json(element));
        } else {
            json.put("type", element.type());
            copy(element.json(), json, "text", "value", "style", "url", "confirm");
            if (element.type().equals("overflow")) {
                json.set("selected_option", overflow(element, option));
            }
        }
        return json.put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("action_ts", slack.workspace().time());
    }

    private static JsonNode overflow(BlockWalk.Element element, String wanted) {
        for (JsonNode option : element.json().path("options")) {
            if (Json.text(option, "value").equals(wanted)
                    || Json.text(option.path("text"), "text").equals(wanted)) {
                return option;
            }
        }
        throw new AssertionError("no \"%s\" in %s".formatted(wanted, element.json()));
    }

    private static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            if (Json.has(from, field)) {
                to.set(field, from.get(field));
            }
        }
    }

    private static BlockWalk.Element find(JsonNode blocks, String name) {
        List<BlockWalk.Element> found = BlockWalk.named(blocks, name);
        if (found.isEmpty()) {
            throw new AssertionError("nothing is called \"%s\" here: %s".formatted(name, blocks));
        }
        return found.getFirst();
    }

    /** The inputs of a view as a person leaves them. */
    Inputs filled(FakeUser user, View view, Map<String, String> values) {
        Inputs inputs = Inputs.initial(view.blocks());
        values.forEach((name, value) -> {
            BlockWalk.Element element = find(view.blocks(), name);
            List<JsonNode> offered = new ArrayList<>();
            if (element.type().equals("external_select") && !value.isEmpty()) {
                offered.addAll(offered(user, view, name, value));
            }
            inputs.fill(element, USERS.contains(element.type()) ? userId(user, value) : value, offered);
        });
        return inputs;
    }

    private String userId(FakeUser asking, String name) {
        return slack.workspace().member(asking.team().id(), name).id();
    }

    /** The options that the app offers for what was typed. */
    List<JsonNode> offered(FakeUser user, View view, String name, String typed) {
        BlockWalk.Element element = find(view.blocks(), name);
        int shortest = element.json().path("min_query_length").asInt(3);
        if (typed.length() < shortest) {
            return List.of();
        }
        Exchange exchange =
                user.tell(null, slack.board().payloads().suggestion(user.team(), user.member(), view, element, typed));
        List<JsonNode> options = new ArrayList<>();
        exchange.json().path("options").forEach(options::add);
        exchange.json()
                .path("option_groups")
                .forEach(group -> group.path("options").forEach(options::add));
        List<String> problems = BlockCheck.ofOptions(Json.array().addAll(options));
        if (!problems.isEmpty()) {
            throw new AssertionError("Slack would not show these options: " + problems);
        }
        return options;
    }
}
