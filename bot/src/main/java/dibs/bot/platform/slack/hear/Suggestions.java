package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.handler.builtin.BlockSuggestionHandler;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.response.Response;
import dibs.backend.lease.Lease;
import dibs.bot.command.Choices;
import dibs.bot.command.Choices.Choice;
import dibs.bot.platform.slack.block.Limits;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.Offered;
import dibs.bot.platform.slack.form.SafetyForm;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What forms offer while somebody types: from the catalog in memory, and who holds what where the store says it in time. */
final class Suggestions implements BlockSuggestionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);
    private static final int LONGEST = 200;

    private final Choices choices;
    private final Promptly promptly;
    private final InstantSource clock;

    Suggestions(Choices choices, Promptly promptly, InstantSource clock) {
        this.choices = choices;
        this.promptly = promptly;
        this.clock = clock;
    }

    @Override
    public Response apply(BlockSuggestionRequest request, BlockSuggestionContext context) {
        BlockSuggestionPayload payload = request.getPayload();
        String typed = Optional.ofNullable(payload.getValue()).orElse("");
        String name = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Option> options = choices(
                        Optional.ofNullable(payload.getActionId()).orElse(""), name)
                .stream()
                .flatMap(choice -> Offered.option(choice).stream())
                .limit(Limits.SELECT_OPTIONS.most())
                .toList();
        return context.ack(BlockSuggestionResponse.builder().options(options).build());
    }

    private List<Choice> choices(String select, String typed) {
        int most = Limits.SELECT_OPTIONS.most();
        return switch (select) {
            case ClaimForm.ENVIRONMENT -> choices.leasable(typed, held(), most);
            case SafetyForm.ENVIRONMENT -> choices.things(typed, most);
            case SafetyForm.CONSUMER -> meAnd(choices.consumers(typed, most), typed);
            default -> List.of();
        };
    }

    private static List<Choice> meAnd(List<Choice> others, String typed) {
        List<Choice> all = new ArrayList<>(others);
        if (SafetyForm.ME.value().startsWith(typed.strip().toLowerCase(Locale.ROOT))) {
            all.addFirst(SafetyForm.ME);
        }
        return all;
    }

    private Optional<List<Lease>> held() {
        try {
            return promptly.within(() -> choices.held(clock.instant()), late -> {});
        } catch (IllegalStateException broken) {
            LOG.warn("who holds what could not be read for a form", broken);
            return Optional.empty();
        }
    }
}
