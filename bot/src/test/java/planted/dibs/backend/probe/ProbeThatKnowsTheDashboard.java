package planted.dibs.backend.probe;

import planted.dibs.backend.dashboard.Dashboard;

public record ProbeThatKnowsTheDashboard(Dashboard planted) {}
