package org.synwarden.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synwarden.service.Product;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the command line. Exits with 0 when done, 1 when it failed, 2 for a mistake in the arguments. */
@Command(
        name = "synwarden",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Names the program that knocks on all those doors, and makes it stop.")
public final class Main implements Callable<Integer> {
    /** In the order in which they are listed. */
    private static final List<Class<?>> COMMANDS = List.of(
            WatchCommand.class,
            AnalyzeCommand.class,
            SocketsCommand.class,
            WhoCommand.class,
            IncidentsCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            BlockCommand.class,
            UnblockCommand.class,
            RulesCommand.class,
            ApproveCommand.class,
            SnoozeCommand.class,
            TestAlertCommand.class,
            KillCommand.class,
            SuspendCommand.class,
            ResumeCommand.class,
            ServiceCommand.class,
            TrayCommand.class,
            CommandLine.HelpCommand.class);

    @Option(
            names = "--completion",
            description = "Prints a script that completes commands and options: source <(synwarden --completion)")
    private boolean completion;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (completion) {
            terminal.print(AutoComplete.bash(spec.name(), spec.commandLine()));
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofThisProgram(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine line = line(terminal, arguments);
        line.setParameterExceptionHandler((mistake, given) -> explain(terminal, mistake));
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof CommandException) {
                terminal.complain(failure.getMessage());
            } else {
                terminal.complain("a fault in SynWarden itself: " + Terminal.plain(failure.toString())
                        + "; please report it with what you did");
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        try {
            return line.execute(arguments);
        } catch (LinkageError e) {
            terminal.complain("a library of this program cannot be loaded: " + Terminal.plain(e.toString())
                    + "; is the folder for temporary files writable, and may programs run from it?");
        } catch (OutOfMemoryError e) {
            terminal.complain("there is not enough memory for this; give Java more with -Xmx");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Only the command that is named, for to describe all of them to picocli takes longer than most of them do. */
    private static CommandLine line(Terminal terminal, String... arguments) {
        IFactory factory = new CommandFactory(terminal);
        CommandLine line = new CommandLine(new Main(terminal), factory);
        named(arguments)
                .map(List::<Class<?>>of)
                .orElse(COMMANDS)
                .forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
        return line;
    }

    /** What needs to know no other command; {@code help} does. */
    private static Optional<Class<?>> named(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command != CommandLine.HelpCommand.class
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .findFirst();
    }

    private static int explain(Terminal terminal, ParameterException mistake) {
        String message = String.valueOf(mistake.getMessage())
                .lines()
                .findFirst()
                .orElse("wrong arguments")
                .replaceFirst("^Error: ", "");
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(Terminal.plain(message) + "; '" + command + " --help' shows what there is");
        return CommandLine.ExitCode.USAGE;
    }

    /** Tells picocli the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"synwarden " + Product.version()};
        }
    }

    /** Makes commands that write to this terminal. */
    private record CommandFactory(Terminal terminal) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
