package planted.dibs.backend.reminder;

import planted.org.quartz.Scheduler;

public record ReminderThatKnowsQuartz(Scheduler planted) {}
