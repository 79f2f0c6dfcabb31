import Glibc

/// A process of its own for a piece of work that may be killed.
struct Child {
    /// How a process ended.
    enum Ending: Hashable {
        case exited(Int32)
        case killed(Int32)
    }

    let id: Int32

    private static let fork: @convention(c) () -> Int32 = unsafeBitCast(
        dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)

    /// Starts `body` in a process of its own; what it returns is the exit code.
    static func start(_ body: () -> Int32) -> Child {
        let id = fork()
        precondition(id >= 0, "no process can be started")
        if id == 0 { exitOnThreadOfItsOwn(body) }
        return Child(id: id)
    }

    /// Does `body` and ends the process. The thread that came out of the fork is not used: the Swift runtime remembers
    /// for it the number that it had in the parent, and waits for ever where it meets another thread in a lazy value.
    private static func exitOnThreadOfItsOwn(_ body: () -> Int32) -> Never {
        withoutActuallyEscaping(body) { body in
            let work = Unmanaged.passRetained(Work(body: body))
            var thread = pthread_t()
            let failure = pthread_create(&thread, nil, { context in
                _exit(Unmanaged<Work>.fromOpaque(context!).takeUnretainedValue().body())
            }, work.toOpaque())
            precondition(failure == 0, "no thread can be started")
            while true { pause() }
        }
    }

    private final class Work {
        let body: () -> Int32

        init(body: @escaping () -> Int32) { self.body = body }
    }

    /// Does `body` in a process of its own and waits for its end.
    static func run(_ body: () -> Int32) -> Ending { start(body).wait() }

    func wait() -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let number = status & 0x7F
        return number == 0 ? .exited(status >> 8 & 0xFF) : .killed(number)
    }

    func kill() { _ = Glibc.kill(id, SIGKILL) }

    /// Ends this process as a power cut or an operator would: at once, without a word.
    static func killItself() -> Never {
        _ = Glibc.kill(getpid(), SIGKILL)
        while true { pause() }
    }
}
