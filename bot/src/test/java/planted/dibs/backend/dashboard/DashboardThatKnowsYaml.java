package planted.dibs.backend.dashboard;

import org.snakeyaml.engine.v2.api.Load;

public record DashboardThatKnowsYaml(Load planted) {}
