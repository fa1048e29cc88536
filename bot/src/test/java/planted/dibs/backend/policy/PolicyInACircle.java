package planted.dibs.backend.policy;

import planted.dibs.backend.health.HealthInACircle;

public record PolicyInACircle(HealthInACircle planted) {}
