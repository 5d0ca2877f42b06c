package org.zhiping.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Fills templates in so that they can do nothing else: they see plain strings, reach no class, file or other template, cannot turn the
 * escaping of HTML off, and are stopped when they take too long or say too much.
 */
@Component
class Rendering {

    /** Of computing: a machine that is busy with other things makes nobody's words wrong. */
    static final Duration LONGEST = Duration.ofMillis(500);
    private static final int MOST_LOOKS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final int MOST_CHARACTERS = 50_000;

    /** What is made of a template. */
    enum Kind {
        HTML(HTMLOutputFormat.INSTANCE), PLAIN(PlainTextOutputFormat.INSTANCE);

        private final OutputFormat format;

        Kind(OutputFormat format) {
            this.format = format;
        }
    }

    private record Source(Kind kind, String text) {
    }

    private final Map<Kind, Configuration> configurations = Map.of(Kind.HTML, configuration(Kind.HTML), Kind.PLAIN, configuration(Kind.PLAIN));
    private final Cache<Source, Template> parsed = Caffeine.newBuilder().maximumSize(1_000).build();
    private final ExecutorService renderers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "notice-template");
        thread.setDaemon(true);
        return thread;
    });

    private static Configuration configuration(Kind kind) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(null);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setOutputFormat(kind.format);
        configuration.setRecognizeStandardFileExtensions(false);
        if (kind == Kind.HTML) {
            configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        }
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.LEGACY_INTERPOLATION_SYNTAX);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        return configuration;
    }

    /** For words that came with the program. */
    String trusted(Kind kind, String text, Map<String, String> values) throws TemplateFailure {
        StringBuilder page = new StringBuilder();
        render(template(kind, text), values, page);
        return page.toString();
    }

    /** For words that somebody wrote: on a thread of its own, which is interrupted when its time is over. */
    String bounded(Kind kind, String text, Map<String, String> values) throws TemplateFailure {
        Template template = template(kind, text);
        StringBuilder page = new StringBuilder();
        CompletableFuture<LongSupplier> begun = new CompletableFuture<>();
        Future<?> made = renderers.submit(() -> {
            begun.complete(computed(Thread.currentThread().getId()));
            render(template, values, page);
            return null;
        });
        try {
            awaitComputed(made, begun);
            return page.toString();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof TemplateFailure failure ? failure : unexpected(failed.getCause());
        } catch (TimeoutException late) {
            made.cancel(true);
            throw new TemplateFailure(new TemplateFault(1, 1, "too-long", ""), late);
        } catch (InterruptedException stopped) {
            made.cancel(true);
            Thread.currentThread().interrupt();
            throw unexpected(stopped);
        }
    }

    private static void awaitComputed(Future<?> made, CompletableFuture<LongSupplier> begun) throws ExecutionException, InterruptedException, TimeoutException {
        for (int look = 1; ; look++) {
            try {
                made.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException late) {
                if (look == MOST_LOOKS || begun.isDone() && begun.join().getAsLong() >= LONGEST.toNanos()) {
                    throw late;
                }
            }
        }
    }

    /** @return how many nanoseconds the thread has computed since */
    private static LongSupplier computed(long thread) {
        long before = THREADS.getThreadCpuTime(thread);
        return () -> THREADS.getThreadCpuTime(thread) - before;
    }

    private Template template(Kind kind, String text) throws TemplateFailure {
        Source source = new Source(kind, text);
        Template known = parsed.getIfPresent(source);
        if (known != null) {
            return known;
        }
        try {
            Template template = new Template("notice", new StringReader(text), configurations.get(kind));
            _CoreAPI.addThreadInterruptedChecks(template);
            parsed.put(source, template);
            return template;
        } catch (ParseException wrong) {
            throw new TemplateFailure(new TemplateFault(Math.max(1, wrong.getLineNumber()), Math.max(1, wrong.getColumnNumber()), "syntax", ""), wrong);
        } catch (IOException | RuntimeException | StackOverflowError wrong) {
            throw unexpected(wrong);
        }
    }

    private static void render(Template template, Map<String, String> values, StringBuilder page) throws TemplateFailure {
        try {
            Environment environment = template.createProcessingEnvironment(values, new Bounded(page));
            environment.process();
        } catch (InvalidReferenceException missing) {
            throw new TemplateFailure(fault(missing, "missing", missing.getBlamedExpressionString()), missing);
        } catch (TemplateException wrong) {
            throw new TemplateFailure(wrong.getCause() instanceof TooMuch ? new TemplateFault(1, 1, "too-much", String.valueOf(MOST_CHARACTERS))
                    : fault(wrong, "failing", wrong.getBlamedExpressionString()), wrong);
        } catch (TooMuch much) {
            throw new TemplateFailure(new TemplateFault(1, 1, "too-much", String.valueOf(MOST_CHARACTERS)), much);
        } catch (IOException | RuntimeException | StackOverflowError wrong) {
            throw unexpected(wrong);
        }
    }

    private static TemplateFault fault(TemplateException wrong, String code, String expression) {
        return new TemplateFault(wrong.getLineNumber() == null ? 1 : wrong.getLineNumber(), wrong.getColumnNumber() == null ? 1 : wrong.getColumnNumber(),
                code, expression == null ? "" : expression);
    }

    private static TemplateFailure unexpected(Throwable cause) {
        return new TemplateFailure(new TemplateFault(1, 1, "failing", ""), cause);
    }

    private static final class TooMuch extends IOException {
    }

    /** Takes so much and no more. */
    private static final class Bounded extends Writer {

        private final StringBuilder page;

        Bounded(StringBuilder page) {
            this.page = page;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            if (page.length() + length > MOST_CHARACTERS) {
                throw new TooMuch();
            }
            page.append(text, from, length);
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
