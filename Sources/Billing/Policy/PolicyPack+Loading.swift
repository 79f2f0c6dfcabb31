import Foundation
import Glibc

extension PolicyPack {
    /// The pack in a directory, or the program's own where none is named.
    ///
    /// - Parameter isMeanwhile: the words of the program's own pack are put in tables on a thread of their own, which a
    ///   process that forks must not have.
    /// - Throws: `missingInput` when the directory is missing, `unusableData` when a file of it is, or can't be used.
    public static func load(_ directory: String?, isMeanwhile: Bool = false) throws(Stop) -> PolicyPack {
        do {
            guard let directory else { return try embedded(isMeanwhile: isMeanwhile) }
            guard FileStatusOnDisk(directory) != nil else {
                throw Stop(
                    .missingInput, "The policy pack \(directory) is missing; name the right directory with --policy.")
            }
            let texts = try fileNames.map { try text(of: $0, in: directory) }
            return try PolicyPack(ppsp: texts[0], activities: texts[1])
        } catch let fault as PackFault {
            throw Stop(.unusableData, "The policy pack can't be used: \(fault.place): \(fault.message)")
        } catch let stop as Stop {
            throw stop
        } catch {
            throw Stop(.programFault, "The policy pack met a fault of the program: \(error).")
        }
    }

    private static func text(of name: String, in directory: String) throws(Stop) -> String {
        guard let data = bytes(ofFile: "\(directory)/\(name)"), let text = String(data: data, encoding: .utf8) else {
            throw Stop(
                .unusableData,
                "The policy pack \(directory) has no readable file \(name) in UTF-8. Copy the program's own pack and "
                    + "edit the copy.")
        }
        return text
    }

    /// The whole of a regular file; nil for anything else: a pipe would be waited for, a device might never end.
    private static func bytes(ofFile path: String) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard FileStatusOnDisk(descriptor: descriptor)?.isRegularFile == true else { return nil }
        return try? file.readToEnd() ?? Data()
    }
}

extension PackFault {
    /// `ppsp.yaml line 14, rules.agreement-term.effect`.
    var place: String {
        file + (line > 0 ? " line \(line)" : "") + (path.isEmpty ? "" : ", \(path)")
    }
}
