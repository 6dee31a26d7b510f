from generator.commands import main

main(prog_name="startklar")
