package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Member;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Workspace.UserGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Who is there, and who the app is. */
final class PeopleMethods {
    private PeopleMethods() {}

    static Map<String, ApiCall.Method> all() {
        return Map.of(
                "auth.test", PeopleMethods::test,
                "auth.revoke", PeopleMethods::revoke,
                "team.info", PeopleMethods::team,
                "users.info", PeopleMethods::info,
                "users.list", PeopleMethods::list,
                "usergroups.list", PeopleMethods::groups,
                "usergroups.users.list", PeopleMethods::groupUsers);
    }

    private static ObjectNode test(ApiCall call) {
        ObjectNode answer = Json.object()
                .put("url", "https://" + call.team().domain() + ".slack.com/")
                .put("team", call.team().domain())
                .put("user", "dibs")
                .put("team_id", call.team().id())
                .put("user_id", call.team().botUserId())
                .put("bot_id", call.team().botId())
                .put("is_enterprise_install", false);
        if (call.team().enterpriseId() != null) {
            answer.put("enterprise_id", call.team().enterpriseId());
        }
        return answer;
    }

    private static ObjectNode revoke(ApiCall call) {
        if (!call.flag("test")) {
            call.tokens().revoke(call.team().botToken());
        }
        return Json.object().put("revoked", !call.flag("test"));
    }

    private static ObjectNode team(ApiCall call) {
        ObjectNode answer = Json.object();
        ObjectNode team = answer.putObject("team")
                .put("id", call.team().id())
                .put("name", call.team().domain())
                .put("domain", call.team().domain());
        if (call.team().enterpriseId() != null) {
            team.put("enterprise_id", call.team().enterpriseId());
        }
        return answer;
    }

    private static ObjectNode info(ApiCall call) throws Refusal {
        Member member =
                call.workspace().memberById(call.needed("user")).orElseThrow(() -> new Refusal("user_not_found"));
        ObjectNode answer = Json.object();
        answer.set("user", member.json(now(call)));
        return answer;
    }

    private static ObjectNode list(ApiCall call) throws Refusal {
        List<ObjectNode> found = call.workspace().members().stream()
                .filter(member -> member.teamId().equals(call.team().id()))
                .map(member -> member.json(now(call)))
                .toList();
        ObjectNode answer = Json.object();
        call.page(answer, "members", found, 1000);
        return answer;
    }

    private static ObjectNode groups(ApiCall call) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("usergroups");
        for (UserGroup group : call.workspace().groups()) {
            if (group.teamId().equals(call.team().id())) {
                ObjectNode json = list.addObject()
                        .put("id", group.id())
                        .put("team_id", group.teamId())
                        .put("is_usergroup", true)
                        .put("name", group.handle())
                        .put("handle", group.handle())
                        .put("date_delete", 0)
                        .put("user_count", group.users().size());
                if (call.flag("include_users")) {
                    var users = json.putArray("users");
                    group.users().forEach(users::add);
                }
            }
        }
        return answer;
    }

    private static ObjectNode groupUsers(ApiCall call) throws Refusal {
        String wanted = call.needed("usergroup");
        UserGroup group = call.workspace().groups().stream()
                .filter(one -> one.id().equals(wanted)
                        && one.teamId().equals(call.team().id()))
                .findFirst()
                .orElseThrow(() -> new Refusal("no_such_subteam"));
        ObjectNode answer = Json.object();
        var users = answer.putArray("users");
        group.users().forEach(users::add);
        return answer;
    }

    private static Instant now(ApiCall call) {
        return call.workspace().clock().instant();
    }
}
