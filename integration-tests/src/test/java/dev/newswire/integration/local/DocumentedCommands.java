package dev.newswire.integration.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Exit;

/** The commands in the fenced blocks of a page of docs, run within this process. */
final class DocumentedCommands {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    /** The classes that Kafka's scripts start. */
    private static final Map<String, String> TOOLS = Map.of(
            "kafka-topics.sh", "org.apache.kafka.tools.TopicCommand",
            "kafka-configs.sh", "kafka.admin.ConfigCommand",
            "kafka-get-offsets.sh", "org.apache.kafka.tools.GetOffsetShell",
            "kafka-console-consumer.sh", "org.apache.kafka.tools.consumer.ConsoleConsumer",
            "kafka-consumer-groups.sh", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            "kafka-streams-application-reset.sh", "org.apache.kafka.tools.StreamsResetter");

    private final List<List<String>> commands;
    private final Cli cli;

    /**
     * @param page its name in docs
     * @param language as the fence names it
     * @param values what is put in the place of what
     */
    DocumentedCommands(String page, String language, Cli cli, Map<String, String> values) throws IOException {
        this.cli = cli;
        this.commands = read(page, language, values);
    }

    /**
     * Those of docs/operations.md.
     *
     * @param language as the fence names it
     * @param config file of client properties
     */
    static DocumentedCommands ofOperations(String language, Cli cli, Path config) throws IOException {
        Map<String, String> values = Map.of("$BROKER", cli.bootstrapServers(), "$CONFIG", config.toString());
        return new DocumentedCommands("operations.md", language, cli, values);
    }

    /** The text of a page of docs. */
    static String page(String name) throws IOException {
        return Files.readString(home().resolve("docs").resolve(name));
    }

    /** The project's folder, in which commands are typed. */
    static Path home() {
        return Path.of(System.getProperty("newswire.home", ".."));
    }

    List<List<String>> list() {
        return commands;
    }

    Outcome run(List<String> command) throws ReflectiveOperationException {
        List<String> arguments = command.subList(1, command.size());
        if (command.get(0).equals("newswire")) {
            Cli.Result result = cli.run(arguments.toArray(String[]::new));
            return new Outcome(result.code(), result.out() + result.err());
        }
        String tool = TOOLS.get(command.get(0));
        if (tool == null) {
            return new Outcome(127, "nobody knows how to run " + command.get(0));
        }
        return runTool(tool, arguments.toArray(String[]::new));
    }

    private static Outcome runTool(String tool, String[] arguments) throws ReflectiveOperationException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        // Some tools catch what stands for their end, and end once more: the first time counts.
        int[] code = {-1};
        Exit.Procedure stop = (status, message) -> {
            code[0] = code[0] < 0 ? status : code[0];
            throw new Ended();
        };
        Exit.setExitProcedure(stop);
        Exit.setHaltProcedure(stop);
        try (PrintStream both = new PrintStream(caught, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            Class.forName(tool).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (!(e.getCause() instanceof Ended)) {
                return new Outcome(1, caught.toString(StandardCharsets.UTF_8) + e.getCause());
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
        return new Outcome(Math.max(0, code[0]), caught.toString(StandardCharsets.UTF_8));
    }

    private static List<List<String>> read(String page, String language, Map<String, String> values)
            throws IOException {
        List<List<String>> commands = new ArrayList<>();
        boolean isInside = false;
        for (String line : page(page).replace("\\\n", "").split("\n")) {
            if (line.startsWith("```")) {
                isInside = !isInside && line.substring(3).equals(language);
            } else if (isInside && !line.isBlank()) {
                commands.add(words(replaced(line, values)));
            }
        }
        return commands;
    }

    private static String replaced(String line, Map<String, String> values) {
        String text = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    /** The words of a command, as a shell takes them apart. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    /** What came of a command. */
    record Outcome(int code, String output) {}

    /** Thrown in the place of the end of the process. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
