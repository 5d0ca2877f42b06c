package org.zhiping.worklist;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.worklist.WorklistCheck.Outcome;

/**
 * At a start the list is filled where an earlier version has left tasks that it does not have. With {@code --zhiping.worklist=check}
 * or {@code rebuild} the program says how list and engine compare, or makes the list anew, and ends: with 0 when they are equal.
 */
@Component
@Order(12)
class WorklistAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WorklistAtStart.class);

    private final WorklistCheck check;
    private final ConfigurableApplicationContext context;
    private final String command;

    WorklistAtStart(WorklistCheck check, ConfigurableApplicationContext context, @Value("${zhiping.worklist:}") String command) {
        this.check = check;
        this.context = context;
        this.command = command;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (command.isBlank()) {
            fill();
        } else {
            int code = obey(command);
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    private void fill() {
        if (!check.sameNumber()) {
            LOG.info("The worklist is filled from the engine, whose open tasks it does not have");
            LOG.info("The worklist has {} tasks", check.rebuild());
        }
    }

    /** @return exit code: 0 equal, 1 different, 2 an unknown command */
    int obey(String wanted) {
        switch (wanted) {
            case "check" -> { }
            case "rebuild" -> System.out.println("worklist: made anew, " + check.rebuild() + " tasks");
            default -> {
                System.out.println("worklist: unknown command " + wanted + "; check and rebuild are known");
                return 2;
            }
        }
        Outcome outcome = check.check();
        System.out.println("worklist: " + outcome.tasks() + " open tasks compared, " + outcome.found() + " differences");
        outcome.differences().forEach(one -> System.out.println("  " + one.taskId() + " " + one.number() + " " + one.what()
                + ": engine [" + one.engine() + "], worklist [" + one.list() + "]"));
        return outcome.equal() ? 0 : 1;
    }
}
