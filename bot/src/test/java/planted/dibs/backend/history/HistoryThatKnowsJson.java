package planted.dibs.backend.history;

import tools.jackson.databind.JsonNode;

public record HistoryThatKnowsJson(JsonNode planted) {}
